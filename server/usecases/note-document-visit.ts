import type { Db } from '#/db/client.ts'
import { noteVisit } from '#/db/queries/document-visits.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'

export type VisitNoted = { ok: true } | { ok: false; reason: string }

/**
 * Notes that somebody has a document open: what others do from now on is new to them.
 * @param readShare how far down its text they came, 0 to 1
 */
export async function noteDocumentVisit(scope: Scope, documentId: string, readShare: number, deps: { db: Db }): Promise<VisitNoted> {
  if (!can(scope.role, 'read')) return { ok: false, reason: t('Only members of the workspace read its documents.') }
  await noteVisit(deps.db, scope, documentId, readShare)
  return { ok: true }
}
