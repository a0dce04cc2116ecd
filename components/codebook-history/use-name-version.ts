'use client'

import { useRouter } from 'next/navigation'
import { attempt } from '#/components/ui/attempt.ts'
import { nameCodebookVersion } from '#/server/actions/codebook-history.ts'

/** Names a version of the codebook as it was typed. @returns a function that gives the reason when it was not taken, else null */
export function useNameVersion(workspaceId: string, version: number): (typed: string) => Promise<string | null> {
  const router = useRouter()
  return async (typed) => {
    const result = await attempt(nameCodebookVersion(workspaceId, version, typed))
    if (result.ok) router.refresh()
    return result.ok ? null : result.reason
  }
}
