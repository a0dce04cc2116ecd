import type { Segment } from '#/components/reader/segments.ts'
import type { TextSpan } from '#/lib/text/block.ts'
import type { ShownRun } from './shown-block.ts'

/**
 * Cuts runs of words where passages begin and end.
 * @param at where the first run begins, in the coordinates of `segments`
 * @param segments in order, not overlapping (see `cutSegments`)
 */
export function cutRuns(runs: readonly ShownRun[], at: number, segments: readonly Segment[]): ShownRun[] {
  if (segments.length === 0) return [...runs]
  const cut: ShownRun[] = []
  let next = firstAfter(segments, at)
  let start = at
  for (const run of runs) {
    const end = start + run.text.length
    let from = start
    while (from < end) {
      while (next < segments.length && segments[next]!.to <= from) next++
      const segment = segments[next]
      const inside = segment !== undefined && segment.from <= from
      const to = Math.min(end, inside ? segment.to : (segment?.from ?? end))
      const text = run.text.slice(from - start, to - start)
      cut.push(inside ? { ...run, text, segment } : { ...run, text })
      from = to
    }
    start = end
  }
  return cut
}

/** The part of formatted text between two offsets, UTF-16. */
export function sliceSpans(spans: readonly TextSpan[], from: number, to: number): TextSpan[] {
  const slices: TextSpan[] = []
  let at = 0
  for (const span of spans) {
    const start = Math.max(from, at)
    const end = Math.min(to, at + span.text.length)
    if (start < end) slices.push({ ...span, text: span.text.slice(start - at, end - at) })
    at += span.text.length
  }
  return slices
}

function firstAfter(segments: readonly Segment[], at: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (segments[middle]!.to <= at) low = middle + 1
    else high = middle
  }
  return low
}
