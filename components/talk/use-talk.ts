'use client'

import { useCallback, useEffect } from 'react'
import { useRoom } from '#/components/collab/use-room.ts'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import { useModel, useObservable } from '#/components/reader/reader-context.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import type { Thread } from '#/lib/talk/thread.ts'
import type { TalkState } from './talk.ts'

/** A part of the discussions of the open document. The selector gives back something that stays the same while nothing changed. */
export function useTalk<T>(selector: (state: TalkState) => T): T {
  return useObservable(useModel().talk.state, selector)
}

/** The discussion of a statement, when there is one. */
export function useThread(annotationId: string): Thread | undefined {
  return useTalk((state) => state.threads.get(annotationId))
}

/** Keeps the discussions of the open document as the others write them; also what was missed while there was no connection. */
export function useTalkNews(): void {
  const { talk } = useModel()
  const room = useRoom(`workspace/${talk.workspaceId}`)
  useEffect(() => {
    void talk.reload()
    if (!room) return
    let wasSynced = room.status.isSynced
    return room.subscribe(() => {
      const { isSynced } = room.status
      if (isSynced && !wasSynced) void talk.reload()
      wasSynced = isSynced
    })
  }, [talk, room])
  const onNotice = useCallback(
    ({ what, id }: WorkspaceNotice) => {
      if ((what === 'comments' && id === talk.documentId) || what === 'members') void talk.reload()
    },
    [talk],
  )
  useWorkspaceNotices(talk.workspaceId, onNotice)
}
