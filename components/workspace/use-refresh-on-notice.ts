'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'

/** Notices that come within this time become one fetch, ms. */
const GATHER_MS = 300

/** Fetches the page's data again when colleagues changed one of these lists. `what` must keep its identity (a constant). */
export function useRefreshOnNotice(workspaceId: string, what: readonly WorkspaceNotice['what'][]): void {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )

  const onNotice = useCallback(
    (notice: WorkspaceNotice) => {
      if (!what.includes(notice.what)) return
      // Not put off by the next notice: where many people work, one always follows.
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        router.refresh()
      }, GATHER_MS)
    },
    [router, what],
  )
  useWorkspaceNotices(workspaceId, onNotice)
}
