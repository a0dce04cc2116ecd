import type { Placement } from '#/lib/annotation/model.ts'

/** Reads [from, to) of a canonical text, UTF-16 offsets; nothing beyond its end. */
export type ReadWords = (from: number, to: number) => string

/** UTF-16 units looked at on either side of an offset. Longer clusters (piles of combining marks) are cut at the window's edge. */
const WINDOW = 64
/** The same where the text is one unbroken row of flags, whose halves pair from its beginning. */
const FLAG_WINDOW = 4_096

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Widens [start, end) (canonical UTF-16 offsets) to whole grapheme clusters, so that no passage begins or ends inside a
 * letter with its accents, a flag or a family emoji. Looks at the surroundings of the two offsets only, never the whole text.
 */
export function snapToGraphemes(canonical: string, start: number, end: number): [number, number] {
  const read: ReadWords = (from, to) => canonical.slice(from, to)
  const within = (offset: number) => Math.min(canonical.length, Math.max(0, offset))
  return [clusterEdge(read, within(start), 'start'), clusterEdge(read, within(end), 'end')]
}

/**
 * A placement widened to whole grapheme clusters. An edit may have joined the character at an end of a passage with its
 * neighbour: an accent typed after its last letter, two halves of a flag brought together.
 */
export function snapPlacement<P extends Placement>(read: ReadWords, placement: P): P {
  if (placement.state !== 'anchored') return placement
  const start = clusterEdge(read, placement.start, 'start')
  const end = clusterEdge(read, placement.end, 'end')
  return start === placement.start && end === placement.end ? placement : { ...placement, start, end }
}

function clusterEdge(read: ReadWords, offset: number, edge: 'start' | 'end'): number {
  if (offset <= 0) return 0
  const beside = read(offset - 1, offset + 1)
  if (beside.length < 2 || (standsAlone(beside.charCodeAt(0)) && standsAlone(beside.charCodeAt(1)))) return offset
  const from = windowStart(read, offset)
  const cluster = graphemes.segment(read(from, offset + WINDOW)).containing(offset - from)
  if (!cluster || cluster.index === offset - from) return offset
  return edge === 'start' ? from + cluster.index : from + cluster.index + cluster.segment.length
}

/**
 * Whether a UTF-16 unit is, beside another such unit, surely a character of its own: most letters of living scripts. Asked
 * for every end of every passage, and a thousand times quicker than the segmenter.
 */
function standsAlone(unit: number): boolean {
  return (
    (unit < 0x300 && unit !== 0x0d) || // Latin; of these only CR and LF make one character together
    (unit >= 0x400 && unit <= 0x482) || // Cyrillic
    (unit >= 0x5d0 && unit <= 0x5ea) || // Hebrew
    (unit >= 0x620 && unit <= 0x64a) || // Arabic
    unit === 0x2028 ||
    (unit >= 0x3041 && unit <= 0x3096) || // Hiragana
    (unit >= 0x30a1 && unit <= 0x30fa) || // Katakana
    (unit >= 0x4e00 && unit <= 0x9fff) // Chinese
  )
}

/** Where to begin segmenting: at a line end or blank if there is one, as clusters never reach back across it; never inside a row of flags. */
function windowStart(read: ReadWords, offset: number): number {
  const from = Math.max(0, offset - WINDOW)
  const before = read(from, offset)
  const blank = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'), before.lastIndexOf('\u2028'))
  if (blank >= 0) return from + blank
  const row = /[\u{1f1e6}-\u{1f1ff}]*\ud83c?$/u.exec(read(Math.max(0, offset - FLAG_WINDOW), offset))?.[0].length ?? 0
  const start = Math.min(from, offset - row)
  // A window that begins with half a surrogate pair would hide what the pair is.
  return /^[\udc00-\udfff]/.test(read(start, start + 1)) ? Math.max(0, start - 1) : start
}
