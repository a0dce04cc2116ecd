'use client'

import { useParams, useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { useRoom, useRoomStatus } from '#/components/collab/use-room.ts'
import { useSent } from '#/components/collab/use-save-status.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'

/**
 * On every page of a workspace: tells colleagues which document is open here, says when work that waited offline was
 * sent, and fetches the page again when notices may have been missed: after the connection was away (also because the
 * person's role changed), and when the person lost the workspace.
 */
export function WorkspaceBeacon({ workspaceId }: { workspaceId: string }) {
  const router = useRouter()
  const { documentId } = useParams<{ documentId?: string }>()
  const room = useRoom(`workspace/${workspaceId}`)
  const status = useRoomStatus(room)
  const isDenied = status?.isDenied ?? false
  const isSynced = status?.isSynced ?? false
  const wasAway = useRef(false)

  useEffect(() => room?.setPresence({ documentId: documentId ?? null }), [room, documentId])
  useEffect(() => {
    if (isDenied) router.refresh()
  }, [router, isDenied])
  useEffect(() => {
    if (!isSynced) return
    if (wasAway.current) router.refresh()
    return () => {
      wasAway.current = true
    }
  }, [router, isSynced])
  useSent(useCallback((changes: number) => showToast(t('{changes, plural, one {# change sent} other {# changes sent}}', { changes })), []))
  return null
}
