'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useCallback, useEffect, useRef } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'

/** Someone tags: the counts follow, but not with every tag. */
const COUNTS_MS = 1500
const ENTRIES_MS = 80

/**
 * Draws the page anew when the server says that actors, themes or their uses changed. The function it returns does so at
 * once, after an own change.
 */
export function useCodebookRefresh(workspaceId: string): () => void {
  const router = useRouter()
  const timer = useRef<{ id: ReturnType<typeof setTimeout>; at: number } | null>(null)

  const refreshIn = useCallback(
    (ms: number) => {
      const at = Date.now() + ms
      if (timer.current && timer.current.at <= at) return
      if (timer.current) clearTimeout(timer.current.id)
      const run = () => {
        timer.current = null
        router.refresh()
      }
      timer.current = { at, id: setTimeout(run, ms) }
    },
    [router],
  )
  useEffect(
    () => () => {
      clearTimeout(timer.current?.id)
      timer.current = null
    },
    [],
  )

  const onNotice = useCallback(
    ({ what }: WorkspaceNotice) => {
      if (what === 'actors' || what === 'themes' || what === 'proposals') refreshIn(ENTRIES_MS)
      else if (what === 'excerpts' || what === 'documents') refreshIn(COUNTS_MS)
    },
    [refreshIn],
  )
  useWorkspaceNotices(workspaceId, onNotice)
  return useCallback(() => startTransition(() => router.refresh()), [router])
}
