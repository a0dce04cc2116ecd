import { moveToBin, restoreFromBin } from '#/db/queries/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { DocumentDeps, DocumentResult } from './update-document.ts'

/** Takes a document out of every list, or (`binned` false) brings it back as it was. */
export async function binDocument(scope: Scope, id: string, binned: boolean, deps: DocumentDeps): Promise<DocumentResult> {
  if (!can(scope.role, 'delete')) return { ok: false, reason: 'Only an owner can do that.' }
  const found = binned ? await moveToBin(deps.db, scope, id) : await restoreFromBin(deps.db, scope, id)
  if (!found) return { ok: false, reason: 'This document does not exist any more.' }
  deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'documents', id })
  return { ok: true }
}
