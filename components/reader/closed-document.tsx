'use client'

import Link from 'next/link'
import { useCallback, useEffect, useState } from 'react'
import { useWorkspaceNotices } from '#/components/collab/use-workspace-notices.ts'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import type { WhyClosed } from '#/lib/bin/why-closed.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { t } from '#/lib/message/t.ts'
import { askWhyClosed, restoreDocument } from '#/server/actions/documents.ts'
import { clockTime } from './clock-time.ts'
import { useModel, useReader } from './reader-context.ts'
import { saveCopy } from './save-copy.ts'
import { usePeople } from './use-people.ts'

type Closed = WhyClosed | { why: 'gone' | 'no-answer' }

/** In place of the text when the document was closed under the reader: what happened, what is kept here, what can be done. */
export function ClosedDocument({ title }: { title: string }) {
  const model = useModel()
  const { workspaceId, documentId } = model.identity
  const person = usePeople()
  const wasOpen = useReader((state) => state.loaded)
  const [closed, setClosed] = useState<Closed | null>(null)
  const [busy, setBusy] = useState(false)

  const ask = useCallback(async () => {
    const answer = await attempt(askWhyClosed(workspaceId, documentId))
    setClosed(answer === null ? { why: 'gone' } : 'why' in answer ? answer : { why: 'no-answer' })
  }, [workspaceId, documentId])
  useEffect(() => void ask(), [ask])
  useWorkspaceNotices(
    workspaceId,
    useCallback(({ what, id }: WorkspaceNotice) => void (what === 'documents' && id === documentId && ask()), [documentId, ask]),
  )

  const bringBack = async () => {
    setBusy(true)
    const result = await attempt(restoreDocument(workspaceId, documentId))
    if (result.ok) location.reload()
    else {
      setBusy(false)
      showToast(result.reason)
    }
  }
  if (!closed) return null
  const { heading, lead } = words(closed)
  const kept = wasOpen ? ` ${t('The text and its statements are still on this page until you leave it.')}` : ''
  return (
    <div className="closednote" role="alert">
      <EmptyState title={heading} lead={`${lead}${kept}`}>
        <div className="row">
          {closed.why === 'binned' && closed.mayBringBack && (
            <Button look="primary" busy={busy} onClick={bringBack}>
              {t('Restore')}
            </Button>
          )}
          {(closed.why === 'open' || closed.why === 'no-answer') && (
            <Button look="primary" onClick={() => location.reload()}>
              {closed.why === 'open' ? t('Open it') : t('Try again')}
            </Button>
          )}
          {wasOpen && (
            <Button icon="download" onClick={() => saveCopy(model, title, person)}>
              {t('Save a copy')}
            </Button>
          )}
          <Link className="btn" href={`/w/${workspaceId}/documents`}>
            {t('All documents')}
          </Link>
        </div>
      </EmptyState>
    </div>
  )
}

function words(closed: Closed): { heading: string; lead: string } {
  switch (closed.why) {
    case 'binned':
      return {
        heading: t('{by} moved this to the bin at {at}', { by: closed.by ?? t('Somebody'), at: clockTime(closed.at) }),
        lead: closed.mayBringBack ? t('Restore it, or save a copy.') : t('An owner of the workspace can restore it.'),
      }
    case 'gone':
      return { heading: t('This document is not here any more'), lead: t('It was deleted for good, or you are no longer a member here.') }
    case 'open':
      return { heading: t('This document is open again'), lead: t('It was closed for a moment and is back as it was.') }
    case 'no-answer':
      return { heading: t('This document did not open'), lead: t('The server closed it and did not say why.') }
  }
}
