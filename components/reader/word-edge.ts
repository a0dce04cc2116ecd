const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** How far around a place words are looked for, UTF-16 units. */
const REACH = 200

/**
 * Where an end of a passage goes that may only stand at words: the start of a word (for `start`) or the end of one (for
 * `end`) that is nearest to an offset. UTF-16 offsets; the offset itself where there is no word around.
 */
export function wordEdge(text: string, at: number, side: 'start' | 'end'): number {
  const from = Math.max(0, at - REACH)
  let nearest: number | null = null
  for (const { index, segment, isWordLike } of words.segment(text.slice(from, at + REACH))) {
    if (!isWordLike) continue
    const edge = from + index + (side === 'end' ? segment.length : 0)
    if (nearest === null || Math.abs(edge - at) < Math.abs(nearest - at)) nearest = edge
  }
  return nearest ?? at
}
