/** The order to show: what was there stays where it was, what is gone leaves, what is new comes on top in sorted order. */
export function keepOrder(before: readonly string[], sorted: readonly string[]): string[] {
  const known = new Set(before)
  const present = new Set(sorted)
  return [...sorted.filter((id) => !known.has(id)), ...before.filter((id) => present.has(id))]
}

/**
 * How few rows would have to move to be sorted: all minus the longest run that is in order already (longest increasing
 * subsequence by patience sorting, O(n log n)). Both lists hold the same ids.
 */
export function movedCount(shown: readonly string[], sorted: readonly string[]): number {
  const rank = new Map(sorted.map((id, at) => [id, at]))
  const tails: number[] = []
  for (const id of shown) {
    const value = rank.get(id) ?? 0
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    tails[low] = value
  }
  return shown.length - tails.length
}
