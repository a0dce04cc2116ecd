import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ExcerptPage } from '#/lib/excerpt/excerpt.ts'
import type { WayOn } from '#/lib/query/wider-queries.ts'

/** What the server drew together. */
interface DrawnResults {
  /** The address parameters of the query. */
  address: string
  firstPage: ExcerptPage
  /** When nothing matches: what would. */
  waysOn: WayOn[]
  /** When it was drawn, ms since 1970. */
  now: number
}

interface SteadyResults extends DrawnResults {
  /** Changes whenever other results take the place of those shown. */
  version: number
  /** Fetches and shows what there is now. */
  showNew(): void
}

/**
 * The results to show: the server's for a new query, or after `showNew`. What the server sends besides (it draws the page again when the
 * connection was away) is passed over, so that rows never move while they are read.
 */
export function useSteadyResults(drawn: DrawnResults): SteadyResults {
  const router = useRouter()
  const [shown, setShown] = useState({ ...drawn, version: 0 })
  /** What had been drawn when new rows were asked for: any other answers the wish. */
  const [stale, setStale] = useState<ExcerptPage | null>(null)
  if (shown.address !== drawn.address || (stale !== null && drawn.firstPage !== stale)) {
    setShown({ ...drawn, version: shown.version + 1 })
    setStale(null)
  }
  const showNew = () => {
    setStale(drawn.firstPage)
    router.refresh()
  }
  return { ...shown, showNew }
}
