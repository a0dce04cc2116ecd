import type { Db } from '#/db/client.ts'
import { findBinning } from '#/db/queries/bin.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { WhyClosed } from '#/lib/bin/why-closed.ts'

/**
 * What became of a document; null when there is none for this person. A page is only told that its rooms are closed, the
 * same for every reason.
 */
export async function whyClosed(scope: Scope, documentId: string, deps: { db: Db; now?: Date }): Promise<WhyClosed | null> {
  if (!can(scope.role, 'read')) return null
  const found = await findBinning(deps.db, scope, documentId, deps.now ?? new Date())
  if (!found) return null
  if (!found.deletedAt) return { why: 'open' }
  return { why: 'binned', at: found.deletedAt.getTime(), by: found.by, mayBringBack: can(scope.role, 'delete') }
}
