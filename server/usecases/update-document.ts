import type { Db } from '#/db/client.ts'
import { updateDocumentMeta } from '#/db/queries/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { checkDocumentMeta, type DocumentMetaInput } from '#/lib/document/check-meta.ts'
import { t } from '#/lib/message/t.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'

export interface DocumentDeps {
  db: Db
  collab: Pick<CollabServer, 'notifyWorkspace'>
}

export type DocumentResult = { ok: true } | { ok: false; reason: string }

/** Sets title, source, date, language and the rest of what is known about a document. */
export async function updateDocument(scope: Scope, id: string, input: DocumentMetaInput, deps: DocumentDeps): Promise<DocumentResult> {
  if (!can(scope.role, 'import')) return { ok: false, reason: t('Only editors and owners change the details of a document.') }
  const checked = checkDocumentMeta(input)
  if (!checked.ok) return checked
  if (!(await updateDocumentMeta(deps.db, scope, id, checked.meta)))
    return { ok: false, reason: t('This document does not exist any more.') }
  deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'documents', id })
  return { ok: true }
}
