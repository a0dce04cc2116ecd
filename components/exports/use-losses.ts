import { useEffect, useState } from 'react'
import type { LossCounts } from '#/lib/format/export/losses.ts'
import { printAddress } from '#/lib/query/address.ts'
import type { Query } from '#/lib/query/query.ts'
import { countExportLosses } from '#/server/actions/excerpts.ts'

/** Null while they are counted; `unknown`: no answer came. */
export type Counts = LossCounts | 'unknown' | null

/** What there is, among what a query asks for, that not every format holds. */
export function useLosses(workspaceId: string, asked: Query): Counts {
  const query = printAddress(asked).toString()
  const [counted, setCounted] = useState<{ query: string; counts: Counts }>({ query: '', counts: null })
  useEffect(() => {
    let gone = false
    const take = (counts: Counts) => gone || setCounted({ query, counts })
    countExportLosses(workspaceId, query)
      .then((counts) => take(counts ?? 'unknown'))
      .catch(() => take('unknown'))
    return () => {
      gone = true
    }
  }, [workspaceId, query])
  return counted.query === query ? counted.counts : null
}
