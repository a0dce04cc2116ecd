import { useOptimistic, useTransition } from 'react'
import { StatusMark } from '#/components/home/status-mark.tsx'
import { StatusMenu } from '#/components/home/status-menu.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { STATUS_NAMES, type DocumentStatus as Status } from '#/lib/document/status.ts'
import { t } from '#/lib/message/t.ts'
import { setDocumentStatus } from '#/server/actions/document-work.ts'
import type { ReaderDocument } from './reader-document.ts'

interface DocumentStatusProps {
  workspaceId: string
  document: ReaderDocument
  /** Whether this reader says how far the team is. */
  mayPlan: boolean
}

/** How far the team is with the document, beside its title. */
export function DocumentStatus({ workspaceId, document, mayPlan }: DocumentStatusProps) {
  const [, start] = useTransition()
  const [status, show] = useOptimistic(document.status)
  if (!mayPlan) return <StatusMark status={status} />
  const set = (next: Status) =>
    start(async () => {
      show(next)
      const result = await attempt(setDocumentStatus(workspaceId, [document.id], next))
      if (!result.ok) showToast(result.reason)
    })
  return (
    <StatusMenu
      label={t('Status: {status}', { status: STATUS_NAMES[status] })}
      status={status}
      triggerClassName="statusset"
      trigger={
        <>
          <StatusMark status={status} />
          <Icon name="down" small />
        </>
      }
      onSelect={set}
    />
  )
}
