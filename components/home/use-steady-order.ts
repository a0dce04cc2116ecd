'use client'

import { useMemo, useState } from 'react'
import type { HomeDocument } from './home-document.ts'
import { orderDocuments, type Sort } from './order-documents.ts'

interface SteadyOrder {
  ordered: HomeDocument[]
  /** How many documents would stand elsewhere if the list were sorted now. */
  moved: number
  orderNow: () => void
}

/** Keeps rows where they are while their contents change live, so that nothing moves under the pointer; new documents come on top. A new sort orders at once. */
export function useSteadyOrder(documents: readonly HomeDocument[], sort: Sort): SteadyOrder {
  const [kept, setKept] = useState(() => ({ sort, ids: orderDocuments(documents, sort).map(({ id }) => id) }))
  const sorted = useMemo(() => orderDocuments(documents, sort), [documents, sort])

  const ids = kept.sort === sort ? keepOrder(kept.ids, sorted) : sorted.map(({ id }) => id)
  const changed = kept.sort !== sort || ids.length !== kept.ids.length || ids.some((id, at) => id !== kept.ids[at])
  if (changed) setKept({ sort, ids })

  return useMemo(() => {
    const byId = new Map(sorted.map((document) => [document.id, document]))
    const ordered = ids.flatMap((id) => byId.get(id) ?? [])
    return { ordered, moved: movedCount(ids, sorted), orderNow: () => setKept({ sort, ids: sorted.map(({ id }) => id) }) }
  }, [ids, sorted, sort])
}

function keepOrder(before: readonly string[], sorted: readonly HomeDocument[]): string[] {
  const known = new Set(before)
  const now = new Set(sorted.map(({ id }) => id))
  const added = sorted.filter(({ id }) => !known.has(id)).map(({ id }) => id)
  return [...added, ...before.filter((id) => now.has(id))]
}

/** The fewest rows that have to move: all minus the longest run that is in order already (patience sorting, O(n log n)). */
function movedCount(ids: readonly string[], sorted: readonly HomeDocument[]): number {
  const rank = new Map(sorted.map(({ id }, at) => [id, at]))
  const tails: number[] = []
  for (const id of ids) {
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
  return ids.length - tails.length
}
