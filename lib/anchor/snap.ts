/** UTF-16 units looked at on either side of an offset. Longer clusters (piles of combining marks) are cut at the window's edge. */
const WINDOW = 64

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Widens [start, end) (canonical UTF-16 offsets) to whole grapheme clusters, so that no passage begins or ends inside a
 * letter with its accents, a flag or a family emoji. Looks at the surroundings of the two offsets only, never the whole text.
 */
export function snapToGraphemes(canonical: string, start: number, end: number): [number, number] {
  return [clusterEdge(canonical, start, 'start'), clusterEdge(canonical, end, 'end')]
}

function clusterEdge(text: string, offset: number, edge: 'start' | 'end'): number {
  if (offset <= 0 || offset >= text.length) return Math.min(text.length, Math.max(0, offset))
  // Begin after a line end or blank if there is one: clusters never reach across it, so the window's own edge cuts none.
  let from = Math.max(0, offset - WINDOW)
  for (let i = offset - 1; i > from; i--) {
    if (/[\n\u2028 ]/.test(text[i]!)) {
      from = i
      break
    }
  }
  const cluster = graphemes.segment(text.slice(from, offset + WINDOW)).containing(offset - from)
  if (!cluster || cluster.index === offset - from) return offset
  return edge === 'start' ? from + cluster.index : from + cluster.index + cluster.segment.length
}
