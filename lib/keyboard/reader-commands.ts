import { said } from '#/lib/message/said.ts'
import type { Command, Situation } from './command.ts'

const TAG: readonly Situation[] = ['words', 'statement', 'caret']
const BOTH: readonly Situation[] = [...TAG, 'edit']
const WORDS = said('Tag mode, words selected')
const STATEMENT = said('Tag mode, statement selected')
const NAME = said('Tag mode, caret on an untagged name')
const EDIT = said('Edit mode')
const VIEW = said('View')
const DOCUMENT = said('In a document')

/** The commands of the reader; what they do stands in `components/reader/run-command.ts`. */
export const READER_COMMANDS = [
  { id: 'tag', name: said('Tag the passage'), section: WORDS, keys: ['T'], at: ['words'] },
  ...quick('words', WORDS, ''),
  { id: 'repeat-tag', name: said('Tag with the armed tag, or as the last one'), section: WORDS, keys: ['Q'], at: ['words'] },
  { id: 'recent', name: said('Tag with a recent tag'), section: WORDS, keys: ['R'], at: ['words'] },
  { id: 'in-vivo', name: said('Make a theme of the words'), section: WORDS, keys: ['V'], at: ['words'] },
  { id: 'tag-identical', name: said('Tag all places with the same words'), section: WORDS, keys: ['Shift+A'], at: ['words', 'statement'] },
  { id: 'widen', name: said('Widen the selection'), section: WORDS, keys: ['W'], at: ['words'] },

  { id: 'next', name: said('Next statement'), section: STATEMENT, keys: ['J'], at: TAG, row: said('Next, previous statement') },
  { id: 'previous', name: said('Previous statement'), section: STATEMENT, keys: ['K'], at: TAG, row: said('Next, previous statement') },
  { id: 'cycle', name: said('Next overlapping statement'), section: STATEMENT, keys: ['O'], at: ['statement'] },
  { id: 'edit', name: said('Edit the statement'), section: STATEMENT, keys: ['E', 'T'], at: ['statement'] },
  { id: 'details', name: said('Details of the statement'), section: STATEMENT, keys: ['F'], at: ['statement'] },
  { id: 'memo', name: said('Memo'), section: STATEMENT, keys: ['M'], at: ['statement'] },
  { id: 'comment', name: said('Comment'), section: STATEMENT, keys: ['C'], at: TAG },
  ...stance('supports', said('Supports'), ['+']),
  ...stance('opposes', said('Opposes'), ['-', '−']),
  ...stance('neutral', said('Neutral'), ['=']),
  { id: 'swap', name: said('Swap source and recipient'), section: STATEMENT, keys: ['X'], at: ['statement'] },
  { id: 'important', name: said('Mark as important'), section: STATEMENT, keys: ['I'], at: ['statement'] },
  ...boundary('end-forward', said('Move the end forward'), said('Move the end'), 'Alt+ArrowRight'),
  ...boundary('end-back', said('Move the end back'), said('Move the end'), 'Alt+ArrowLeft'),
  ...boundary('start-forward', said('Move the start forward'), said('Move the start'), 'Alt+Shift+ArrowRight'),
  ...boundary('start-back', said('Move the start back'), said('Move the start'), 'Alt+Shift+ArrowLeft'),
  ...boundary('end-word-forward', said('Move the end forward by a word'), said('Move the end by a word'), 'Mod+Alt+ArrowRight'),
  ...boundary('end-word-back', said('Move the end back by a word'), said('Move the end by a word'), 'Mod+Alt+ArrowLeft'),
  ...boundary('start-word-forward', said('Move the start forward by a word'), said('Move the start by a word'), 'Mod+Alt+Shift+ArrowRight'),
  ...boundary('start-word-back', said('Move the start back by a word'), said('Move the start by a word'), 'Mod+Alt+Shift+ArrowLeft'),
  { id: 'duplicate', name: said('Duplicate the statement'), section: STATEMENT, keys: ['D'], at: ['statement'] },
  { id: 'delete', name: said('Delete the statement'), section: STATEMENT, keys: ['U', 'Delete', 'Backspace'], at: ['statement'] },

  { id: 'take-mention', name: said('Tag the name'), section: NAME, keys: ['Enter'], at: TAG, isFixed: true, notInPalette: true },
  { id: 'open-mention', name: said('Tag it with more'), section: NAME, keys: ['T'], at: ['caret'], notInPalette: true },
  { id: 'ignore-mention', name: said('Ignore it here'), section: NAME, keys: ['Delete', 'Backspace'], at: ['caret'], notInPalette: true },

  { id: 'tag-editing', name: said('Tag the passage while editing'), section: EDIT, keys: ['Mod+Alt+T'], at: BOTH, notInPalette: true },
  { id: 'comment-editing', name: said('Comment while editing'), section: EDIT, keys: ['Mod+Alt+M'], at: BOTH, notInPalette: true },
  ...quick('edit', EDIT, 'Mod+Alt+'),
  { id: 'replace', name: said('Find and replace'), section: EDIT, keys: ['Mod+H'], at: BOTH },
  {
    id: 'leave',
    name: said('Let go, close, back to Tag mode'),
    section: EDIT,
    keys: ['Escape'],
    at: BOTH,
    isFixed: true,
    notInPalette: true,
  },

  { id: 'filter', name: said('Filter the codebook'), section: VIEW, keys: ['/'], at: TAG },
  { id: 'panels', name: said('Hide or show the panels'), section: VIEW, keys: ['H'], at: TAG },
  { id: 'marking', name: said('Marking style'), section: VIEW, keys: ['Y'], at: TAG },
  { id: 'colour-by', name: said('Colour by theme, actor, tagger, status'), section: VIEW, keys: ['B'], at: TAG },
  { id: 'show-new', name: said('Show new statements of others'), section: VIEW, keys: ['L'], at: TAG },
  { id: 'text-only', name: said('Text only'), section: VIEW, keys: ['Shift+F'], at: TAG },
  { id: 'original', name: said('Original beside the text'), section: VIEW, keys: ['S'], at: TAG },
  { id: 'next-difference', name: said('Next difference'), section: VIEW, keys: ['N'], at: TAG, row: said('Next, previous difference') },
  {
    id: 'previous-difference',
    name: said('Previous difference'),
    section: VIEW,
    keys: ['P'],
    at: TAG,
    row: said('Next, previous difference'),
  },
  { id: 'next-document', name: said('Next document'), section: VIEW, keys: ['Shift+J'], at: TAG, row: said('Next, previous document') },
  {
    id: 'previous-document',
    name: said('Previous document'),
    section: VIEW,
    keys: ['Shift+K'],
    at: TAG,
    row: said('Next, previous document'),
  },

  { id: 'toggle-mode', name: said('Tag mode or Edit mode'), section: DOCUMENT, keys: ['Mod+E'], at: BOTH },
  { id: 'find', name: said('Find in the text'), section: DOCUMENT, keys: ['Mod+F'], at: BOTH },
  { id: 'undo', name: said('Undo your last step'), section: DOCUMENT, keys: ['Mod+Z'], at: BOTH, row: said('Undo, redo your own steps') },
  { id: 'redo', name: said('Redo'), section: DOCUMENT, keys: ['Mod+Shift+Z', 'Mod+Y'], at: BOTH, row: said('Undo, redo your own steps') },
  ...region('next-region', said('Next region'), 'F6'),
  ...region('previous-region', said('Previous region'), 'Shift+F6'),
] as const satisfies readonly Command[]

export type ReaderCommand = (typeof READER_COMMANDS)[number]['id']

type Digit = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** The keys 1 to 9; they belong to items of the codebook, which is where they are given. */
function quick<Where extends 'words' | 'edit'>(where: Where, section: string, modifiers: string) {
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const satisfies readonly Digit[]
  const row = said('Tag with the 1st to 9th tag')
  return digits.map((digit) => ({
    id: (where === 'words' ? `quick-${digit}` : `quick-editing-${digit}`) as Where extends 'words'
      ? `quick-${Digit}`
      : `quick-editing-${Digit}`,
    name: row,
    section,
    keys: [`${modifiers}${digit}`],
    at: [where] as readonly Situation[],
    row,
    isFixed: true as const,
    notInPalette: true as const,
  }))
}

function stance<Id extends string>(id: Id, name: string, keys: readonly string[]) {
  return [
    { id, name, section: STATEMENT, keys, at: ['statement'] as readonly Situation[], row: said('Supports, opposes, neutral') },
  ] as const
}

function boundary<Id extends string>(id: Id, name: string, row: string, key: string) {
  return [
    { id, name, section: STATEMENT, keys: [key], at: ['statement'] as readonly Situation[], row, notInPalette: true as const },
  ] as const
}

function region<Id extends string>(id: Id, name: string, key: string) {
  return [{ id, name, section: DOCUMENT, keys: [key], at: BOTH, row: said('Next, previous region'), notInPalette: true as const }] as const
}
