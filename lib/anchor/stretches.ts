/** Consecutive characters of one Yjs client. */
export interface Stretch {
  clock: number
  length: number
}

/**
 * Puts stretches of one client in order and leaves out what an earlier one covers already, so that each character stands in
 * one stretch. `compare` settles which of two that begin with the same character counts.
 *
 * @param cut the stretch without its first `skip` characters
 */
export function withoutOverlaps<Of extends Stretch>(
  list: readonly Of[],
  cut: (stretch: Of, skip: number) => Of,
  compare: (a: Of, b: Of) => number,
): Of[] {
  const kept: Of[] = []
  let reached = 0
  for (const stretch of list.toSorted((a, b) => a.clock - b.clock || compare(a, b))) {
    const skip = Math.max(0, reached - stretch.clock)
    if (skip >= stretch.length) continue
    kept.push(skip > 0 ? cut(stretch, skip) : stretch)
    reached = stretch.clock + stretch.length
  }
  return kept
}
