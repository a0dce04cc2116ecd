import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { findMember, lockOwners, setMemberRole } from '#/db/queries/members.ts'
import type { Scope } from '#/db/scope.ts'
import { can, type MemberRole } from '#/lib/access/roles.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'

export interface MembershipDeps {
  db: Db
  collab: Pick<CollabServer, 'closeUser' | 'notifyWorkspace'>
}

export type MembershipResult = { ok: true } | { ok: false; reason: 'not-allowed' | 'last-owner' | 'no-member' }

/** Gives a member another role, at once also on their open sockets. The last owner stays one. */
export async function changeRole(
  scope: Scope,
  input: { userId: string; role: MemberRole },
  deps: MembershipDeps,
): Promise<MembershipResult> {
  if (!can(scope.role, 'manage-members')) return { ok: false, reason: 'not-allowed' }
  const result = await deps.db.transaction(async (tx): Promise<MembershipResult> => {
    const owners = await lockOwners(tx, scope)
    // the scope may be from before somebody else took the right away
    if (!owners.includes(scope.userId)) return { ok: false, reason: 'not-allowed' }
    if (input.role !== 'owner' && owners.length === 1 && owners[0] === input.userId) return { ok: false, reason: 'last-owner' }
    const member = await findMember(tx, scope, input.userId)
    if (!member) return { ok: false, reason: 'no-member' }
    if (member.role === input.role) return { ok: true }
    await setMemberRole(tx, scope, input.userId, input.role)
    const details = { name: member.name, from: member.role, to: input.role }
    await recordInWorkspace(tx, scope, 'role-changed', { subject: input.userId, details })
    return { ok: true }
  })
  if (!result.ok) return result
  deps.collab.closeUser(scope.workspaceId, input.userId)
  deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'members', id: input.userId })
  return result
}
