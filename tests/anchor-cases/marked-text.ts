import type { TextBlock } from '#/lib/text/block.ts'
import { blocksText, LINE_BREAK } from '#/lib/text/block.ts'

/** A text with the passage of a case in it. */
export interface MarkedText {
  blocks: TextBlock[]
  /** UTF-16 offsets into the canonical text; null: no statement; 'detached': one without words. */
  passage: { start: number; end: number } | 'detached' | null
}

const KIND = /^((?: {2})*)(#{1,6}|>|-|1\.) /

/** Words of a case as they stand in the canonical text. */
export function canonicalWords(words: string): string {
  return words.replaceAll('¶', '\n').replaceAll('↵', LINE_BREAK)
}

/** Reads a text as cases write it (see anchor-case.ts). */
export function parseMarked(marked: string): MarkedText {
  const blocks = marked.split('¶').map(parseBlock)
  const text = blocksText(blocks)
  const start = text.indexOf('⟦')
  const end = text.indexOf('⟧') - 1
  for (const block of blocks) for (const span of block.spans) span.text = span.text.replace(/[⟦⟧]/g, '')
  if (start < 0) return { blocks, passage: null }
  if (end < start) throw new Error(`The passage of “${marked}” does not end`)
  return { blocks, passage: start === end ? 'detached' : { start, end } }
}

/** Writes a text as cases do. A detached statement is marked at the end. */
export function renderMarked({ blocks, passage }: MarkedText): string {
  const text = blocksText(blocks)
  const marked =
    passage === null
      ? text
      : passage === 'detached'
        ? `${text}⟦⟧`
        : `${text.slice(0, passage.start)}⟦${text.slice(passage.start, passage.end)}⟧${text.slice(passage.end)}`
  return marked
    .split('\n')
    .map((words, i) => `${prefix(blocks[i]!)}${words}`)
    .join('¶')
    .replaceAll(LINE_BREAK, '↵')
}

/** The same text with the sign of a detached statement where `renderMarked` puts it. */
export function settleMarks(marked: string): string {
  return renderMarked(parseMarked(marked))
}

function parseBlock(marked: string): TextBlock {
  // The passage may begin with the block.
  const [whole = '', depth = '', sign = ''] = KIND.exec(marked) ?? []
  const text = canonicalWords(marked.slice(whole.length))
  const spans = text === '' ? [] : [{ text }]
  if (sign.startsWith('#')) return { type: 'heading', level: sign.length, spans }
  if (sign === '>') return { type: 'quote', spans }
  if (sign === '-' || sign === '1.') return { type: 'listItem', list: sign === '-' ? 'bullet' : 'ordered', indent: depth.length / 2, spans }
  return { type: 'paragraph', spans }
}

function prefix({ type, level = 1, list, indent = 0 }: TextBlock): string {
  if (type === 'heading') return `${'#'.repeat(level)} `
  if (type === 'quote') return '> '
  return type === 'listItem' ? `${'  '.repeat(indent)}${list === 'ordered' ? '1.' : '-'} ` : ''
}
