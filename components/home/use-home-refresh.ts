'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { imports } from '#/components/imports/use-imports.ts'
import { useRefreshOnNotice } from '#/components/workspace/use-refresh-on-notice.ts'

const LISTS = ['documents', 'excerpts', 'members', 'comments', 'assignments', 'proposals'] as const

/** Imports of this tab that the list was already fetched again for. One may end on the way to this page, after its list was read. */
const fetchedFor = new Set<number>()

/** Fetches the list again when colleagues changed it, and when an import of this tab ended (also while the socket is away). */
export function useHomeRefresh(workspaceId: string): void {
  const router = useRouter()
  useRefreshOnNotice(workspaceId, LISTS)
  useEffect(() => {
    const onImports = () => {
      const fresh = imports.get().filter((item) => item.workspaceId === workspaceId && item.state === 'done' && !fetchedFor.has(item.id))
      for (const item of fresh) fetchedFor.add(item.id)
      if (fresh.length > 0) router.refresh()
    }
    onImports()
    return imports.subscribe(onImports)
  }, [router, workspaceId])
}
