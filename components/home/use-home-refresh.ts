'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { imports } from '#/components/imports/use-imports.ts'
import { useRefreshOnNotice } from '#/components/workspace/use-refresh-on-notice.ts'

const LISTS = ['documents', 'excerpts', 'members'] as const

/** Fetches the list again when colleagues changed it, and when an import of this tab ends (also while the socket is away). */
export function useHomeRefresh(workspaceId: string): void {
  const router = useRouter()
  useRefreshOnNotice(workspaceId, LISTS)
  useEffect(() => {
    const doneHere = () => imports.get().filter((item) => item.workspaceId === workspaceId && item.state === 'done').length
    let seen = doneHere()
    return imports.subscribe(() => {
      const done = doneHere()
      if (done > seen) router.refresh()
      seen = done
    })
  }, [router, workspaceId])
}
