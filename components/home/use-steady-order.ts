'use client'

import { useMemo, useState } from 'react'
import type { HomeDocument } from './home-document.ts'
import { orderDocuments, type Sort } from './order-documents.ts'
import { keepOrder, movedCount } from './steady-order.ts'

interface SteadyOrder {
  ordered: HomeDocument[]
  /** How many documents would stand elsewhere if the list were sorted now. */
  moved: number
  orderNow: () => void
}

/** Keeps rows where they are while their contents change live, so that nothing moves under the pointer; new documents come on top. A new sort orders at once. */
export function useSteadyOrder(documents: readonly HomeDocument[], sort: Sort): SteadyOrder {
  const [kept, setKept] = useState(() => ({ sort, ids: idsOf(orderDocuments(documents, sort)) }))
  const sorted = useMemo(() => orderDocuments(documents, sort), [documents, sort])

  const ids = kept.sort === sort ? keepOrder(kept.ids, idsOf(sorted)) : idsOf(sorted)
  const changed = kept.sort !== sort || ids.length !== kept.ids.length || ids.some((id, at) => id !== kept.ids[at])
  if (changed) setKept({ sort, ids })

  return useMemo(() => {
    const byId = new Map(sorted.map((document) => [document.id, document]))
    const ordered = ids.flatMap((id) => byId.get(id) ?? [])
    return { ordered, moved: movedCount(ids, idsOf(sorted)), orderNow: () => setKept({ sort, ids: idsOf(sorted) }) }
  }, [ids, sorted, sort])
}

function idsOf(documents: readonly HomeDocument[]): string[] {
  return documents.map(({ id }) => id)
}
