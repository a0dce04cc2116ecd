'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import type { MemoSubject } from '#/lib/talk/memo.ts'
import { loadMemos, type SubjectMemos } from '#/server/actions/memos.ts'

/** The memos on something, kept as others write them; null until they are here. */
export function useMemos(workspaceId: string, subject: MemoSubject, subjectId: string): [SubjectMemos | null, () => Promise<void>] {
  const [loaded, setLoaded] = useState<SubjectMemos | null>(null)
  const asked = useRef(0)
  const reload = useCallback(async () => {
    const round = ++asked.current
    // Without an answer what is shown stays; the next notice asks again.
    const told = await loadMemos(workspaceId, subject, subjectId).catch(() => null)
    if (told && round === asked.current) setLoaded(told)
  }, [workspaceId, subject, subjectId])
  useEffect(() => {
    setLoaded(null)
    void reload()
  }, [reload])
  const onNotice = useCallback(
    ({ what, id }: WorkspaceNotice) => void (what === 'memos' && id === subjectId && reload()),
    [reload, subjectId],
  )
  useWorkspaceNotices(workspaceId, onNotice)
  return [loaded, reload]
}
