'use client'

import { useMemo, useOptimistic, useTransition } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { counted } from '#/lib/counted.ts'
import { type DocumentStatus, STATUS_NAMES } from '#/lib/document/status.ts'
import { t } from '#/lib/message/t.ts'
import { assignDocuments, setDocumentStatus } from '#/server/actions/document-work.ts'
import type { HomeDocument } from './home-document.ts'

interface Change {
  ids: ReadonlySet<string>
  status: DocumentStatus
}

export interface Assignment {
  ask: string[]
  release: string[]
}

/** The documents with what was changed here at once, and the ways to change how far the team is with them and who works on them. */
export function useDocumentPlan(workspaceId: string, documents: readonly HomeDocument[]) {
  const [, start] = useTransition()
  const [shown, show] = useOptimistic(documents, (rows, { ids, status }: Change) =>
    rows.map((row) => (ids.has(row.id) ? { ...row, status } : row)),
  )
  const acts = useMemo(() => {
    const setStatus = (ids: readonly string[], status: DocumentStatus) =>
      start(async () => {
        show({ ids: new Set(ids), status })
        const result = await attempt(setDocumentStatus(workspaceId, ids, status))
        if (!result.ok) showToast(result.reason)
        else if (ids.length > 1) showToast(`${counted(ids.length, 'document')}: ${STATUS_NAMES[status].toLowerCase()}`)
      })
    const assign = async (ids: readonly string[], assignment: Assignment): Promise<boolean> => {
      const result = await attempt(assignDocuments(workspaceId, ids, assignment))
      showToast(result.ok ? t('Assignment changed') : result.reason)
      return result.ok
    }
    return { setStatus, assign }
  }, [workspaceId, show])
  return { shown, ...acts }
}
