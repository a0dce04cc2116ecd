/** How far around a place boundaries are looked for, UTF-16 units. */
const REACH = 200

/** What a boundary is moved by: a character as people count them, or a word. */
export type BoundaryUnit = 'grapheme' | 'word'

/**
 * Where an end of a passage goes from an offset by one character (as people count them) or word, on (1) or back (-1). By words the start
 * goes from one word's start to another's, and the end from end to end.
 */
export function boundaryFrom(text: string, end: 'start' | 'end', at: number, by: 1 | -1, unit: BoundaryUnit): number {
  const start = Math.max(0, at - REACH)
  const parts = [...new Intl.Segmenter(undefined, { granularity: unit }).segment(text.slice(start, at + REACH))]
  const counted = unit === 'word' ? parts.filter(({ isWordLike }) => isWordLike) : parts
  const ofWord = ({ index, segment }: Intl.SegmentData) => [end === 'start' ? index : index + segment.length]
  const ofCharacter = ({ index, segment }: Intl.SegmentData) => [index, index + segment.length]
  const edges = counted.flatMap(unit === 'word' ? ofWord : ofCharacter).map((edge) => start + edge)
  if (by === 1) return edges.find((edge) => edge > at) ?? Math.min(text.length, at + 1)
  return edges.findLast((edge) => edge < at) ?? Math.max(0, at - 1)
}
