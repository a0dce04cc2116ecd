import type { TextBlock } from '#/lib/text/block.ts'

/** What sort of block it is, without its words. */
export type BlockKind = Omit<TextBlock, 'spans'>

/** Deepest nesting of list items; 0 is the outermost. */
export const MAX_INDENT = 8

/** Text format of a block's opening "\n" that carries its kind. */
export const BLOCK_FORMAT = 'b'

const KINDS = new Map<string, Readonly<BlockKind>>([['q', { type: 'quote' }]])
for (let level = 1; level <= 6; level++) KINDS.set(`h${level}`, { type: 'heading', level })
for (let indent = 0; indent <= MAX_INDENT; indent++) {
  KINDS.set(`ul${indent}`, { type: 'listItem', list: 'bullet', indent })
  KINDS.set(`ol${indent}`, { type: 'listItem', list: 'ordered', indent })
}
const PARAGRAPH: Readonly<BlockKind> = { type: 'paragraph' }

const within = (value: number | undefined, low: number, high: number): number => {
  const whole = Math.round(Number(value))
  return Number.isFinite(whole) ? Math.min(high, Math.max(low, whole)) : low
}

/**
 * The short code stored on a block's opener: `h1` to `h6`, `q`, `ul0` to `ul8`, `ol0` to `ol8`; null for a paragraph,
 * which carries nothing. Levels and depths out of range are moved into it.
 */
export function blockCode(block: BlockKind): string | null {
  if (block.type === 'heading') return `h${within(block.level, 1, 6)}`
  if (block.type === 'quote') return 'q'
  if (block.type === 'listItem') return `${block.list === 'ordered' ? 'ol' : 'ul'}${within(block.indent, 0, MAX_INDENT)}`
  return null
}

/** The kind a stored code stands for; anything unknown is a paragraph, so that no stored value can break a reader. */
export function blockKind(code: unknown): Readonly<BlockKind> {
  return (typeof code === 'string' && KINDS.get(code)) || PARAGRAPH
}

/** Whether a value may be stored on an opener: a known code, or null for a paragraph. */
export function isBlockCode(code: unknown): boolean {
  return code === null || (typeof code === 'string' && KINDS.has(code))
}
