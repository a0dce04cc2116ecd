'use client'

import { useCallback, useEffect, useRef } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { historyAddress } from './history-address.ts'
import { type Fetched, useFetched } from './use-fetched.ts'

/** While colleagues work the list is fetched again at most this often, ms. */
const EVERY_MS = 3000

/** The points of a document's history, newest first; fetched again when the document changes and when somebody returns to the page. */
export function useHistoryPoints(workspaceId: string, documentId: string): Fetched<HistoryPoint[]> {
  const { value, problem, retry } = useFetched<{ points: HistoryPoint[] }>(historyAddress(documentId))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const onNotice = useCallback(
    ({ what, id }: WorkspaceNotice) => {
      if ((what !== 'documents' && what !== 'excerpts') || (id !== undefined && id !== documentId)) return
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        retry()
      }, EVERY_MS)
    },
    [documentId, retry],
  )
  useWorkspaceNotices(workspaceId, onNotice)

  useEffect(() => {
    const onVisible = () => document.visibilityState === 'visible' && retry()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      document.removeEventListener('visibilitychange', onVisible)
      clearTimeout(timer.current)
    }
  }, [retry])
  return { value: value?.points ?? null, problem, retry }
}
