/**
 * Follows merges to their end: for every merged id, the id of the entry that stands for it now.
 * @param into for every merged id, the id it was merged into, which may have been merged itself
 */
export function followMerges(into: Readonly<Record<string, string>>): Record<string, string> {
  const ends: Record<string, string> = {}
  for (const id of Object.keys(into)) {
    let end = id
    // A circle cannot be made by merging; a hand-made one ends where it began.
    for (const seen = new Set<string>(); into[end] !== undefined && !seen.has(end); ) {
      seen.add(end)
      end = into[end] as string
    }
    ends[id] = end
  }
  return ends
}

/**
 * What an entry was merged into, what that was merged into, and so on.
 * @param into as for {@link followMerges}
 */
export function chainOf(into: Readonly<Record<string, string>>, id: string): string[] {
  const chain: string[] = []
  for (let next = into[id]; next !== undefined && !chain.includes(next); next = into[next]) chain.push(next)
  return chain
}
