import type { ResultsQuery } from '#/lib/excerpt/results-query.ts'
import { printResultsQuery } from '#/lib/excerpt/results-query.ts'
import type { SavedQuery } from '#/lib/query/saved-query.ts'

/** The saved query a page shows, and whether something else is asked by now. */
export interface ShownQuery {
  saved: SavedQuery
  isChanged: boolean
}

/** The saved query a page began from, as its address says; without a word of it, one that asks the same. null: none. */
export function savedQueryOf(query: ResultsQuery, saved: readonly SavedQuery[]): ShownQuery | null {
  const address = printResultsQuery({ ...query, saved: null }).toString()
  const begun = saved.find(({ id }) => id === query.saved)
  if (begun) return { saved: begun, isChanged: begun.address !== address }
  const same = query.saved === null && address !== '' ? saved.find((one) => one.address === address) : undefined
  return same ? { saved: same, isChanged: false } : null
}
