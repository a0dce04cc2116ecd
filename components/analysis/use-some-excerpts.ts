import { useEffect, useState } from 'react'
import { noAnswerWords } from '#/components/ui/attempt.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { countExcerptsNow, moreExcerpts } from '#/server/actions/excerpts.ts'

/** The first excerpts of an address, and how many there are. */
export interface SomeExcerpts {
  excerpts: readonly Excerpt[]
  /** null: not known yet. */
  total: number | null
  /** A sentence, when they could not be had. */
  problem: string | null
  isLoading: boolean
}

/** Fetches what is asked; what was there before stays until it comes. */
export function useSomeExcerpts(workspaceId: string, address: string): SomeExcerpts {
  const [kept, setKept] = useState<SomeExcerpts & { address: string | null }>({
    address: null,
    excerpts: [],
    total: null,
    problem: null,
    isLoading: true,
  })
  useEffect(() => {
    let isLatest = true
    const keep = (found: Omit<SomeExcerpts, 'isLoading'>) => {
      if (isLatest) setKept({ ...found, address, isLoading: false })
    }
    Promise.all([moreExcerpts(workspaceId, address, ''), countExcerptsNow(workspaceId, address)]).then(
      ([page, total]) =>
        page ? keep({ excerpts: page.excerpts, total, problem: null }) : keep({ excerpts: [], total: null, problem: noMemberWords() }),
      () => keep({ excerpts: [], total: null, problem: noAnswerWords() }),
    )
    return () => {
      isLatest = false
    }
  }, [workspaceId, address])
  return { ...kept, isLoading: kept.address !== address }
}
