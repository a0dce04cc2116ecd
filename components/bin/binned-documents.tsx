'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionGrid } from '#/components/ui/action-grid.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { restoreDocument } from '#/server/actions/documents.ts'
import type { BinnedDocument } from './binned-document.ts'
import { DeleteForGood } from './delete-for-good.tsx'
import { DeletedWhen } from './deleted-when.tsx'

/** Deleted documents, each with the day it is gone and both ways out. */
export function BinnedDocuments({ workspaceId, documents }: { workspaceId: string; documents: readonly BinnedDocument[] }) {
  const router = useRouter()
  const [deleting, setDeleting] = useState<BinnedDocument | null>(null)

  const bringBack = async ({ id, title }: BinnedDocument) => {
    const result = await attempt(restoreDocument(workspaceId, id))
    showToast(result.ok ? t('⁨{title}⁩ is back among the documents', { title }) : result.reason)
    router.refresh()
  }

  return (
    <>
      <ActionGrid
        label={t('Deleted documents')}
        className="bintable"
        columns={[{ name: t('Document') }, { name: t('Deleted for good on'), className: 'hide-small' }]}
      >
        {documents.map((document) => (
          <tr key={document.id}>
            <td>
              <span className="name" lang={langAttribute(document.language)} dir="auto">
                {document.title}
              </span>
              <span className="muted">
                <DeletedWhen {...document} />
              </span>
              <span className="muted only-small">{t('For good on {goneAt}', { goneAt: shortDateOf(document.goneAt) })}</span>
            </td>
            <td className="muted num hide-small">{shortDateOf(document.goneAt)}</td>
            <td className="r">
              <span className="bintable__ways">
                <Button aria-label={t('Bring {title} back', { title: document.title })} onClick={() => bringBack(document)}>
                  {t('Bring back')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('Delete {title} for good now', { title: document.title })}
                  onClick={() => setDeleting(document)}
                >
                  {t('Delete for good now')}
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </ActionGrid>
      <DeleteForGood workspaceId={workspaceId} document={deleting} onClose={() => setDeleting(null)} onDeleted={() => router.refresh()} />
    </>
  )
}
