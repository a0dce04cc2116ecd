/** How many steps of colour there are beside that of nothing. */
export const STEPS = 4

/** A step of colour: the least and the most that is drawn in it; null: no end. */
export interface Step {
  from: number
  to: number | null
}

/**
 * Steps of colour that each take about as many of the counts: their quartiles. Equal counts are in one step, so few different counts
 * make few steps; none, when nothing was counted.
 */
export function quantileSteps(counts: readonly number[]): Step[] {
  const sorted = counts.filter((count) => count > 0).toSorted((a, b) => a - b)
  if (sorted.length === 0) return []
  const starts = new Set([sorted[0] as number])
  for (let step = 1; step < STEPS; step++) {
    const start = sorted[Math.floor((sorted.length * step) / STEPS)] as number
    if (start > Math.max(...starts)) starts.add(start)
  }
  return [...starts].map((from, at, all) => ({ from, to: at + 1 < all.length ? (all[at + 1] as number) - 1 : null }))
}

/** The step a count is drawn in, from 1, the last one always being the darkest (`STEPS`); 0 for nothing. */
export function stepOf(count: number, steps: readonly Step[]): number {
  if (count <= 0) return 0
  const at = steps.findLastIndex(({ from }) => count >= from)
  return at < 0 ? 0 : STEPS - steps.length + at + 1
}
