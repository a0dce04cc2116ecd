import type { Command, Situation } from './command.ts'

const TAG: readonly Situation[] = ['words', 'statement', 'caret']
const BOTH: readonly Situation[] = [...TAG, 'edit']
const WORDS = 'Tag mode, words selected'
const STATEMENT = 'Tag mode, statement selected'
const NAME = 'Tag mode, caret on an untagged name'
const EDIT = 'Edit mode'
const VIEW = 'View'
const DOCUMENT = 'In a document'

/** The commands of the reader; what they do stands in `components/reader/run-command.ts`. */
export const READER_COMMANDS = [
  { id: 'tag', name: 'Tag the passage', section: WORDS, keys: ['T'], at: ['words'] },
  ...quick('words', WORDS, ''),
  { id: 'repeat-tag', name: 'Tag with the armed tag, or as the last one', section: WORDS, keys: ['Q'], at: ['words'] },
  { id: 'recent', name: 'Tag with a recent tag', section: WORDS, keys: ['R'], at: ['words'] },
  { id: 'in-vivo', name: 'Make a theme of the words', section: WORDS, keys: ['V'], at: ['words'] },
  { id: 'tag-identical', name: 'Tag all places with the same words', section: WORDS, keys: ['Shift+A'], at: ['words', 'statement'] },
  { id: 'widen', name: 'Widen the selection', section: WORDS, keys: ['W'], at: ['words'] },

  { id: 'next', name: 'Next statement', section: STATEMENT, keys: ['J'], at: TAG, row: 'Next, previous statement' },
  { id: 'previous', name: 'Previous statement', section: STATEMENT, keys: ['K'], at: TAG, row: 'Next, previous statement' },
  { id: 'cycle', name: 'Next overlapping statement', section: STATEMENT, keys: ['O'], at: ['statement'] },
  { id: 'edit', name: 'Edit the statement', section: STATEMENT, keys: ['E', 'T'], at: ['statement'] },
  { id: 'details', name: 'Details of the statement', section: STATEMENT, keys: ['F'], at: ['statement'] },
  { id: 'memo', name: 'Memo', section: STATEMENT, keys: ['M'], at: ['statement'] },
  { id: 'comment', name: 'Comment', section: STATEMENT, keys: ['C'], at: TAG },
  ...stance('supports', 'Supports', ['+']),
  ...stance('opposes', 'Opposes', ['-', '−']),
  ...stance('neutral', 'Neutral', ['=']),
  { id: 'swap', name: 'Swap source and recipient', section: STATEMENT, keys: ['X'], at: ['statement'] },
  { id: 'important', name: 'Mark as important', section: STATEMENT, keys: ['I'], at: ['statement'] },
  ...boundary('end-forward', 'Move the end forward', 'Alt+ArrowRight'),
  ...boundary('end-back', 'Move the end back', 'Alt+ArrowLeft'),
  ...boundary('start-forward', 'Move the start forward', 'Alt+Shift+ArrowRight'),
  ...boundary('start-back', 'Move the start back', 'Alt+Shift+ArrowLeft'),
  ...boundary('end-word-forward', 'Move the end forward by a word', 'Mod+Alt+ArrowRight'),
  ...boundary('end-word-back', 'Move the end back by a word', 'Mod+Alt+ArrowLeft'),
  ...boundary('start-word-forward', 'Move the start forward by a word', 'Mod+Alt+Shift+ArrowRight'),
  ...boundary('start-word-back', 'Move the start back by a word', 'Mod+Alt+Shift+ArrowLeft'),
  { id: 'duplicate', name: 'Duplicate the statement', section: STATEMENT, keys: ['D'], at: ['statement'] },
  { id: 'delete', name: 'Delete the statement', section: STATEMENT, keys: ['U', 'Delete', 'Backspace'], at: ['statement'] },

  { id: 'take-mention', name: 'Tag the name', section: NAME, keys: ['Enter'], at: TAG, isFixed: true, notInPalette: true },
  { id: 'open-mention', name: 'Tag it with more', section: NAME, keys: ['T'], at: ['caret'], notInPalette: true },
  { id: 'ignore-mention', name: 'Ignore it here', section: NAME, keys: ['Delete', 'Backspace'], at: ['caret'], notInPalette: true },

  { id: 'tag-editing', name: 'Tag the passage while editing', section: EDIT, keys: ['Mod+Alt+T'], at: BOTH, notInPalette: true },
  { id: 'comment-editing', name: 'Comment while editing', section: EDIT, keys: ['Mod+Alt+M'], at: BOTH, notInPalette: true },
  ...quick('edit', EDIT, 'Mod+Alt+'),
  { id: 'replace', name: 'Find and replace', section: EDIT, keys: ['Mod+H'], at: BOTH },
  { id: 'leave', name: 'Let go, close, back to Tag mode', section: EDIT, keys: ['Escape'], at: BOTH, isFixed: true, notInPalette: true },

  { id: 'filter', name: 'Filter the codebook', section: VIEW, keys: ['/'], at: TAG },
  { id: 'panels', name: 'Hide or show the panels', section: VIEW, keys: ['H'], at: TAG },
  { id: 'marking', name: 'Marking style', section: VIEW, keys: ['Y'], at: TAG },
  { id: 'colour-by', name: 'Colour by theme, actor, tagger, status', section: VIEW, keys: ['B'], at: TAG },
  { id: 'show-new', name: 'Show new statements of others', section: VIEW, keys: ['L'], at: TAG },
  { id: 'text-only', name: 'Text only', section: VIEW, keys: ['Shift+F'], at: TAG },
  { id: 'original', name: 'Original beside the text', section: VIEW, keys: ['S'], at: TAG },
  { id: 'next-difference', name: 'Next difference', section: VIEW, keys: ['N'], at: TAG, row: 'Next, previous difference' },
  { id: 'previous-difference', name: 'Previous difference', section: VIEW, keys: ['P'], at: TAG, row: 'Next, previous difference' },
  { id: 'next-document', name: 'Next document', section: VIEW, keys: ['Shift+J'], at: TAG, row: 'Next, previous document' },
  { id: 'previous-document', name: 'Previous document', section: VIEW, keys: ['Shift+K'], at: TAG, row: 'Next, previous document' },

  { id: 'toggle-mode', name: 'Tag mode or Edit mode', section: DOCUMENT, keys: ['Mod+E'], at: BOTH },
  { id: 'find', name: 'Find in the text', section: DOCUMENT, keys: ['Mod+F'], at: BOTH },
  { id: 'undo', name: 'Undo your last step', section: DOCUMENT, keys: ['Mod+Z'], at: BOTH, row: 'Undo, redo your own steps' },
  { id: 'redo', name: 'Redo', section: DOCUMENT, keys: ['Mod+Shift+Z', 'Mod+Y'], at: BOTH, row: 'Undo, redo your own steps' },
  ...region('next-region', 'Next region', 'F6'),
  ...region('previous-region', 'Previous region', 'Shift+F6'),
] as const satisfies readonly Command[]

export type ReaderCommand = (typeof READER_COMMANDS)[number]['id']

type Digit = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** The keys 1 to 9; they belong to items of the codebook, which is where they are given. */
function quick<Where extends 'words' | 'edit'>(where: Where, section: string, modifiers: string) {
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const satisfies readonly Digit[]
  const row = 'Tag with the 1st to 9th tag'
  return digits.map((digit) => ({
    id: (where === 'words' ? `quick-${digit}` : `quick-editing-${digit}`) as Where extends 'words'
      ? `quick-${Digit}`
      : `quick-editing-${Digit}`,
    name: `Tag with tag ${digit}`,
    section,
    keys: [`${modifiers}${digit}`],
    at: [where] as readonly Situation[],
    row,
    isFixed: true as const,
    notInPalette: true as const,
  }))
}

function stance<Id extends string>(id: Id, name: string, keys: readonly string[]) {
  return [{ id, name, section: STATEMENT, keys, at: ['statement'] as readonly Situation[], row: 'Supports, opposes, neutral' }] as const
}

function boundary<Id extends string>(id: Id, name: string, key: string) {
  const row = name.replace(/ (forward|back)\b/, '')
  return [
    { id, name, section: STATEMENT, keys: [key], at: ['statement'] as readonly Situation[], row, notInPalette: true as const },
  ] as const
}

function region<Id extends string>(id: Id, name: string, key: string) {
  return [{ id, name, section: DOCUMENT, keys: [key], at: BOTH, row: 'Next, previous region', notInPalette: true as const }] as const
}
