'use client'

import { useEffect } from 'react'
import { useModel } from '#/components/reader/reader-context.ts'
import { type Thread, unreadOf } from '#/lib/talk/thread.ts'
import { readThread } from '#/server/actions/comments.ts'

/** Seen for so long counts as read, ms. */
const SEEN_MS = 1_200

/** Notes a discussion that is shown as read, once it has been in front of the reader for a moment. */
export function useMarkRead(thread: Thread | undefined): void {
  const { talk, identity } = useModel()
  const isNew = thread !== undefined && unreadOf(thread) > 0
  const annotationId = thread?.annotationId
  const last = thread?.entries.at(-1)?.id
  useEffect(() => {
    if (!isNew || !annotationId || !last) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(mark, SEEN_MS)
    }
    const mark = () => {
      // Without an answer it stays new, and is tried again when it is looked at again.
      readThread(identity.workspaceId, annotationId, last).then(
        ({ ok }) => (ok ? talk.reload() : undefined),
        () => {},
      )
    }
    wait()
    document.addEventListener('visibilitychange', wait)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wait)
    }
  }, [isNew, annotationId, last, talk, identity])
}
