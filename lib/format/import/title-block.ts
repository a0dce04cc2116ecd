import type { TextBlock } from '#/lib/text/block.ts'

/** Longer than this, UTF-16 units, is a sentence and no title. */
const LONGEST_TITLE = 140
const SENTENCE_END = /[.,;:،؛。]["'”’»)\]]*$/

/** Makes the first paragraph a heading when it looks like a title: short, without a full stop, and followed by something longer. */
export function markTitle(blocks: readonly TextBlock[]): TextBlock[] {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph' || !looksLikeTitle(plain(first), rest.map(plain))) return [...blocks]
  return [{ type: 'heading', level: 1, spans: first.spans }, ...rest]
}

/** Whether a document shows its title at its top; that one is better kept than what its properties say. */
export function startsWithTitle(blocks: readonly TextBlock[]): boolean {
  return blocks[0]?.type === 'heading' && blocks[0].level === 1
}

function looksLikeTitle(text: string, rest: readonly string[]): boolean {
  return /\p{L}/u.test(text) && text.length <= LONGEST_TITLE && !SENTENCE_END.test(text) && rest.some((other) => other.length > text.length)
}

function plain(block: TextBlock): string {
  return block.spans.map((span) => span.text).join('')
}
