import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
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
  return deps.db.transaction(async (tx) => {
    const role = await revokeOpenInvitation(tx, scope, id, deps.now)
    if (!role) return { ok: false, reason: 'gone' }
    await recordInWorkspace(tx, scope, 'invitation-revoked', { subject: id, details: { role } })
    return { ok: true }
  })
}
