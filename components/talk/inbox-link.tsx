'use client'

import { t } from '#/lib/message/t.ts'
import './inbox.css'
import Link from 'next/link'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import { Icon } from '#/components/ui/icon.tsx'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { countWaitingForMe } from '#/server/actions/comments.ts'

/** Notices that come within this time become one question, ms. */
const GATHER_MS = 400

/** The way to the discussions of the workspace, with how many of them and how many new assignments wait for this reader. */
export function InboxLink({ workspaceId }: { workspaceId: string }) {
  const [waiting, setWaiting] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const ask = useCallback(
    (after: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(async () => {
        // Without an answer the number stays; the next notice, or page, asks again.
        const count = await countWaitingForMe(workspaceId).catch(() => null)
        if (count !== null) setWaiting(count)
      }, after)
    },
    [workspaceId],
  )
  useEffect(() => {
    ask(0)
    return () => clearTimeout(timer.current)
  }, [ask])
  const onNotice = useCallback(
    ({ what }: WorkspaceNotice) => void ((what === 'comments' || what === 'assignments') && ask(GATHER_MS)),
    [ask],
  )
  useWorkspaceNotices(workspaceId, onNotice)
  const label = waiting > 0 ? t('Comments, {waiting} for you', { waiting }) : t('Comments')
  return (
    <Link className="ibtn inboxlink" href={`/w/${workspaceId}/comments`} prefetch={false} aria-label={label} title={label}>
      <Icon name="comment" />
      {waiting > 0 && (
        <span className="inboxlink__count num" aria-hidden="true">
          {waiting > 99 ? '99+' : waiting}
        </span>
      )}
    </Link>
  )
}
