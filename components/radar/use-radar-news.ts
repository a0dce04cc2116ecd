'use client'

import { useCallback, useEffect } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import { useModel } from '#/components/reader/reader-context.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { loadRejections } from '#/server/actions/mentions.ts'

/** Tells the radar when the document got another date, and when somebody rejected names. @param day ISO 8601 */
export function useRadarNews(day: string | null): void {
  const { radar, identity } = useModel()
  const { workspaceId, documentId } = identity
  useEffect(() => radar.setDay(day), [radar, day])
  const onNotice = useCallback(
    async ({ what }: WorkspaceNotice) => {
      if (what !== 'mentions') return
      // While offline there is no answer; the next notice, or a reload, brings the list.
      const rejections = await loadRejections(workspaceId, documentId).catch(() => null)
      if (rejections) radar.setRejections(rejections)
    },
    [workspaceId, documentId, radar],
  )
  useWorkspaceNotices(workspaceId, onNotice)
}
