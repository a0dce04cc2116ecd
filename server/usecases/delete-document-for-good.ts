import type { Db } from '#/db/client.ts'
import { findBinnedTitle } from '#/db/queries/bin.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { isSameName } from '#/lib/bin/is-same-name.ts'
import { t } from '#/lib/message/t.ts'
import { decideDeletion, deleteDocument } from '#/server/bin/delete-document.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import type { DocumentResult } from './update-document.ts'

interface Deps {
  db: Db
  collab: Pick<CollabServer, 'notifyWorkspace'>
  now?: Date
}

/**
 * Deletes a document in the bin at once, with its statements, originals and history. Nothing brings it back.
 *
 * @param typed its title, as the person typed it to confirm
 */
export async function deleteDocumentForGood(scope: Scope, id: string, typed: string, deps: Deps): Promise<DocumentResult> {
  if (!can(scope.role, 'delete')) return { ok: false, reason: t('Only an owner can do that.') }
  const now = deps.now ?? new Date()
  const title = await findBinnedTitle(deps.db, scope, id, now)
  if (title === null) return { ok: false, reason: t('This document is not in the bin any more.') }
  if (!isSameName(typed, title)) return { ok: false, reason: t('That is not its title. Nothing was deleted.') }
  const document = { id, workspaceId: scope.workspaceId }
  if (!(await decideDeletion(deps.db, document, scope.userId))) return { ok: false, reason: t('This document was brought back.') }
  await deleteDocument(deps.db, document)
  deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'documents', id })
  return { ok: true }
}
