import type { Db } from '#/db/client.ts'
import { revokeOpenInvitation } from '#/db/queries/invitations.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'

/** Makes an invitation link worthless. `gone`: it was accepted, revoked or has expired before. */
export async function revokeInvitation(
  scope: Scope,
  id: string,
  deps: { db: Db; now?: Date },
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' | 'gone' }> {
  if (!can(scope.role, 'manage-members')) return { ok: false, reason: 'not-allowed' }
  return (await revokeOpenInvitation(deps.db, scope, id, deps.now)) ? { ok: true } : { ok: false, reason: 'gone' }
}
