import type { IdIndex } from '#/lib/anchor/id-index.ts'
import type { IdRun, Quote } from '#/lib/annotation/model.ts'

/** Most runs an anchor keeps. */
export const MAX_RUNS = 64
/** Most UTF-16 units of a passage that a quote keeps, and of what stands on either side. */
export const QUOTE_LENGTH = 512
export const CONTEXT_LENGTH = 32

/** Of a passage with more runs than may be kept, both ends (they say where it begins and ends) and the longest of the rest. */
const KEPT_AT_EACH_END = 8

/** The identity of the characters in [start, end), canonical UTF-16 offsets. Empty for an empty range. */
export function captureRuns(index: IdIndex, start: number, end: number): IdRun[] {
  const runs = index.runs(start + index.base, end + index.base)
  if (runs.length <= MAX_RUNS) return runs
  const middle = runs.slice(KEPT_AT_EACH_END, -KEPT_AT_EACH_END)
  const longest = new Set(middle.toSorted((a, b) => b[2] - a[2]).slice(0, MAX_RUNS - 2 * KEPT_AT_EACH_END))
  return [...runs.slice(0, KEPT_AT_EACH_END), ...middle.filter((run) => longest.has(run)), ...runs.slice(-KEPT_AT_EACH_END)]
}

/** The words in [start, end) with what stands around them; canonical UTF-16 offsets. Never ends or begins inside a surrogate pair. */
export function captureQuote(canonical: string, start: number, end: number): Quote {
  return {
    exact: canonical.slice(start, wholePair(canonical, Math.min(end, start + QUOTE_LENGTH), -1)),
    prefix: canonical.slice(wholePair(canonical, Math.max(0, start - CONTEXT_LENGTH), 1), start),
    suffix: canonical.slice(end, wholePair(canonical, Math.min(canonical.length, end + CONTEXT_LENGTH), -1)),
  }
}

/** The offset itself, or the next one in the given direction when it lies inside a surrogate pair. */
function wholePair(text: string, offset: number, direction: 1 | -1): number {
  return splitsPair(text, offset) ? offset + direction : offset
}

/** Whether an offset lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800
}
