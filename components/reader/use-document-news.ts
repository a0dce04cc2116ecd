'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import { historyPath } from '#/components/history/history-path.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { t } from '#/lib/message/t.ts'
import { useModel } from './reader-context.ts'
import { usePeople } from './use-people.ts'

const DONE = {
  restored: (name: string) => t('{name} restored an earlier version. The text before it is in the history.', { name }),
  edition: (name: string) => t('{name} applied a new edition. The text before it is in the history.', { name }),
} as const

/** Says who changed the whole text under the reader's eyes, and where the text before is. */
export function useDocumentNews(): void {
  const { workspaceId, documentId, userId } = useModel().identity
  const router = useRouter()
  const person = usePeople()
  const onNotice = useCallback(
    ({ id, did }: WorkspaceNotice) => {
      if (!did || id !== documentId || did.by === userId || did.what === 'binned' || !Object.hasOwn(DONE, did.what)) return
      const sentence = DONE[did.what](person(did.by).name)
      showToast(sentence, { label: t('Open history'), run: () => router.push(historyPath(workspaceId, documentId)) })
    },
    [workspaceId, documentId, userId, router, person],
  )
  useWorkspaceNotices(workspaceId, onNotice)
}
