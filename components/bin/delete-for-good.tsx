'use client'

import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { TypedConfirm } from '#/components/ui/typed-confirm.tsx'
import { counted } from '#/lib/counted.ts'
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
    showToast(`\u2068${document.title}\u2069 was deleted for good`)
    onDeleted()
    return null
  }
  return (
    <TypedConfirm
      open={document !== null}
      title="Delete this document for good?"
      name={document?.title ?? ''}
      noun="title"
      confirmLabel="Delete for good"
      onConfirm={remove}
      onClose={onClose}
    >
      {document && <p>{whatGoes(document)} Nothing brings them back, except a backup of the whole server.</p>}
    </TypedConfirm>
  )
}

function whatGoes({ statements, originals, versions }: BinnedDocument): string {
  const parts = [
    'its text with its whole history',
    statements > 0 && counted(statements, 'statement'),
    originals > 0 && counted(originals, 'original file'),
    versions > 0 && `${counted(versions, 'point')} of its history that were kept`,
  ].filter((part) => typeof part === 'string')
  const last = parts.pop()
  return `What goes: ${parts.length > 0 ? `${parts.join(', ')} and ${last}` : last}.`
}
