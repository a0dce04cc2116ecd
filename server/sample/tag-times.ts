const HOUR = 3_600_000
/** Sample work begins this long before the sample is loaded. */
const SPAN = 9 * 24 * HOUR
/** ... and ends this long before, so that nothing looks as if it just happened. */
const QUIET = 2 * HOUR

/**
 * When the nth of `count` sample statements was made, ms since 1970: in order, spread over the days before `now` and
 * unevenly, as work is.
 */
export function tagTime(n: number, count: number, now: number): number {
  const step = (SPAN - QUIET) / count
  // A fixed, irregular share of the step, so that two loads at one time are alike.
  const jitter = ((n * 7919) % 101) / 101
  return Math.round(now - SPAN + (n + jitter) * step)
}
