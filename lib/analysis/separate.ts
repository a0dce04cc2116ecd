/** What takes room round a point of a picture: so far to either side, upwards and downwards. */
export interface Standing {
  id: string
  x: number
  y: number
  side: number
  above: number
  below: number
  /** It stays where it is: somebody put it there. */
  isPinned: boolean
}

const ROUNDS = 60

/**
 * Moves what overlaps apart, each time both by half and the shorter way, and keeps it inside the picture. The same places make the
 * same places; where there is no room for all, some still overlap.
 *
 * @returns places by id
 */
export function separate(standing: readonly Standing[], size: { width: number; height: number }): Map<string, { x: number; y: number }> {
  const all = standing.map((one) => ({ ...one }))
  for (let round = 0; round < ROUNDS; round++) {
    let isQuiet = true
    for (const [nth, one] of all.entries())
      for (const other of all.slice(nth + 1)) {
        const over = overlap(one, other)
        if (over.x <= 0 || over.y <= 0) continue
        isQuiet = false
        if (over.x < over.y) push(one, other, 'x', over.x)
        else push(one, other, 'y', over.y)
      }
    if (isQuiet) break
    for (const one of all) if (!one.isPinned) keepInside(one, size)
  }
  return new Map(all.map(({ id, x, y }) => [id, { x, y }]))
}

function overlap(one: Standing, other: Standing): { x: number; y: number } {
  const [upper, lower] = one.y <= other.y ? [one, other] : [other, one]
  return { x: one.side + other.side - Math.abs(one.x - other.x), y: upper.below + lower.above - (lower.y - upper.y) }
}

function push(one: Standing, other: Standing, axis: 'x' | 'y', by: number): void {
  const [first, second] = one[axis] <= other[axis] ? [one, other] : [other, one]
  if (first.isPinned && second.isPinned) return
  const part = first.isPinned || second.isPinned ? by : by / 2
  if (!first.isPinned) first[axis] -= part
  if (!second.isPinned) second[axis] += part
}

function keepInside(one: Standing, { width, height }: { width: number; height: number }): void {
  one.x = Math.max(one.side, Math.min(width - one.side, one.x))
  one.y = Math.max(one.above, Math.min(height - one.below, one.y))
}
