/** How far around a place boundaries are looked for, UTF-16 units. */
const REACH = 200

/** What a boundary is moved by: a character as people count them, or a word. */
export type BoundaryUnit = 'grapheme' | 'word'

/** The next boundary of a character (as people count them) or a word before (-1) or after (1) an offset. */
export function boundaryFrom(text: string, at: number, by: 1 | -1, unit: BoundaryUnit): number {
  const start = Math.max(0, at - REACH)
  const parts = [...new Intl.Segmenter(undefined, { granularity: unit }).segment(text.slice(start, at + REACH))]
  const counted = unit === 'word' ? parts.filter(({ isWordLike }) => isWordLike) : parts
  const edges = counted.flatMap(({ index, segment }) => [start + index, start + index + segment.length])
  if (by === 1) return edges.find((edge) => edge > at) ?? Math.min(text.length, at + 1)
  return edges.findLast((edge) => edge < at) ?? Math.max(0, at - 1)
}
