'use client'

import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { TypedConfirm } from '#/components/ui/typed-confirm.tsx'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { deleteDocumentForGood } from '#/server/actions/documents.ts'
import type { BinnedDocument } from './binned-document.ts'

interface DeleteForGoodProps {
  workspaceId: string
  /** Null: nothing is asked. */
  document: BinnedDocument | null
  onClose: () => void
  onDeleted: () => void
}

/** Asks for the title before a document goes for good, and says what goes with it. */
export function DeleteForGood({ workspaceId, document, onClose, onDeleted }: DeleteForGoodProps) {
  const remove = async (typed: string) => {
    if (!document) return null
    const result = await attempt(deleteDocumentForGood(workspaceId, document.id, typed))
    if (!result.ok) return result.reason
    showToast(t('⁨{title}⁩ was deleted for good', { title: document.title }))
    onDeleted()
    return null
  }
  return (
    <TypedConfirm
      open={document !== null}
      title={t('Delete this document for good?')}
      name={document?.title ?? ''}
      noun="title"
      confirmLabel={t('Delete for good')}
      onConfirm={remove}
      onClose={onClose}
    >
      {document && (
        <p>{t('{document} Nothing brings them back, except a backup of the whole server.', { document: whatGoes(document) })}</p>
      )}
    </TypedConfirm>
  )
}

function whatGoes({ statements, originals, versions }: BinnedDocument): string {
  const parts = [
    t('its text with its whole history'),
    statements > 0 && counted(statements, 'statement'),
    originals > 0 && counted(originals, 'original file'),
    versions > 0 && t('{points} of its history that were kept', { points: counted(versions, 'point') }),
  ].filter((part) => typeof part === 'string')
  const last = parts.pop()
  return t('What goes: {value}.', { value: parts.length > 0 ? t('{parts} and {last}', { parts: parts.join(', '), last }) : last })
}
