import type { Deed } from './deed.ts'

/** What somebody does in a document without a longer break is one go, ms. */
export const LONGEST_BREAK = 4 * 3_600_000

/**
 * What was done, last first: a person's tags in one document, or comments, become one entry with their number when no break
 * between them was longer than {@link LONGEST_BREAK}, whatever others did meanwhile. The entry has the time of the last.
 *
 * @param deeds in any order
 * @param limit how many entries at most
 */
export function joinDeeds(deeds: readonly Deed[], limit: number): Deed[] {
  const joined: Deed[] = []
  /** By who did what where: its entry, and when the earliest of it was. */
  const open = new Map<string, { at: number; earliest: number }>()
  for (const deed of deeds.toSorted((a, b) => b.at - a.at)) {
    const key = deed.document ? `${deed.kind} ${deed.by.id} ${deed.document.id}` : null
    const last = key ? open.get(key) : undefined
    if (last && last.earliest - deed.at <= LONGEST_BREAK) {
      joined[last.at] = { ...joined[last.at]!, count: joined[last.at]!.count + deed.count }
      last.earliest = deed.at
      continue
    }
    if (key) open.set(key, { at: joined.length, earliest: deed.at })
    joined.push(deed)
  }
  return joined.slice(0, limit)
}
