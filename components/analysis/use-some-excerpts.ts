import { useEffect, useState } from 'react'
import { noAnswerWords } from '#/components/ui/attempt.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import type { SomeExcerpts } from '#/lib/excerpt/some-excerpts.ts'

export interface ShownExcerpts extends Omit<SomeExcerpts, 'total'> {
  /** null: not known yet. */
  total: number | null
  /** A sentence, when they could not be had. */
  problem: string | null
  isLoading: boolean
}

const NONE = { excerpts: [], total: null }

/** Fetches what is asked; what was there before stays until it comes. */
export function useSomeExcerpts(workspaceId: string, address: string): ShownExcerpts {
  const [kept, setKept] = useState<Omit<ShownExcerpts, 'isLoading'> & { address: string | null }>({ ...NONE, address: null, problem: null })
  useEffect(() => {
    const leaving = new AbortController()
    fetch(`/api/excerpts/${workspaceId}?${address}`, { cache: 'no-store', signal: leaving.signal })
      .then(async (response) =>
        response.ok
          ? { ...((await response.json()) as SomeExcerpts), problem: null }
          : { ...NONE, problem: response.status < 500 ? noMemberWords() : noAnswerWords() },
      )
      .catch(() => ({ ...NONE, problem: noAnswerWords() }))
      .then((found) => {
        if (!leaving.signal.aborted) setKept({ ...found, address })
      })
    return () => leaving.abort()
  }, [workspaceId, address])
  return { ...kept, isLoading: kept.address !== address }
}
