'use client'

import { useEffect } from 'react'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { useRoom } from './use-room.ts'

/** Calls back whenever the server says that a list of the workspace changed. Keep the callback stable (useCallback). */
export function useWorkspaceNotices(workspaceId: string, onNotice: (notice: WorkspaceNotice) => void): void {
  const room = useRoom(`workspace/${workspaceId}`)
  useEffect(() => room?.onNotice(onNotice), [room, onNotice])
}
