import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { moveToBin, restoreFromBin } from '#/db/queries/bin.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import type { DocumentDeps, DocumentResult } from './update-document.ts'

export interface BinDeps extends DocumentDeps {
  collab: Pick<CollabServer, 'notifyWorkspace' | 'closeDocument'>
  now?: Date
}

/** Takes a document out of every list, or (`binned` false) brings it back as it was. */
export async function binDocument(scope: Scope, id: string, binned: boolean, deps: BinDeps): Promise<DocumentResult> {
  if (!can(scope.role, 'delete')) return { ok: false, reason: t('Only an owner can do that.') }
  const now = deps.now ?? new Date()
  const found = await deps.db.transaction(async (tx) => {
    const title = await (binned ? moveToBin : restoreFromBin)(tx, scope, id, now)
    if (title === null) return false
    await recordInWorkspace(tx, scope, binned ? 'document-binned' : 'document-brought-back', { subject: id, details: { title } })
    return true
  })
  if (!found) return { ok: false, reason: t('This document does not exist any more.') }
  // Who has it open would go on writing into a document that nobody sees any more.
  if (binned) deps.collab.closeDocument(id)
  const did = binned && ({ what: 'binned', by: scope.userId } as const)
  deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'documents', id, ...(did && { did }) })
  return { ok: true }
}
