'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { goneAt } from '#/lib/bin/deadline.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { t } from '#/lib/message/t.ts'
import { restoreDocument } from '#/server/actions/documents.ts'

interface BinnedDocumentProps {
  workspaceId: string
  document: { id: string; title: string; deletedAt: Date }
  /** Who deleted it, when that is known. */
  by: string | null
  mayBringBack: boolean
}

/** In place of a document that is in the bin. */
export function BinnedDocument({ workspaceId, document, by, mayBringBack }: BinnedDocumentProps) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const bringBack = async () => {
    setBusy(true)
    const result = await attempt(restoreDocument(workspaceId, document.id))
    setBusy(false)
    if (result.ok) router.refresh()
    else showToast(result.reason)
  }
  return (
    <main id="main" className="fill">
      <EmptyState
        level={1}
        title={t('This document is in the bin')}
        lead={
          <>
            {by && `${t('{by} moved it there on {deletedAt}.', { by, deletedAt: shortDateOf(document.deletedAt) })} `}“
            <bdi>{document.title}</bdi>
            {t('” keeps its text and its statements there until {deletedAt}.', { deletedAt: shortDateOf(goneAt(document.deletedAt)) })}
            {!mayBringBack && ` ${t('An owner of the workspace can bring it back.')}`}
          </>
        }
      >
        {mayBringBack && (
          <Button look="primary" large busy={busy} onClick={bringBack}>
            {t('Bring back')}
          </Button>
        )}
        <Link className="btn btn--lg" href={`/w/${workspaceId}/documents`}>
          {t('All documents')}
        </Link>
      </EmptyState>
    </main>
  )
}
