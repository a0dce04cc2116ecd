import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { deleteMember, findMember, lockOwners } from '#/db/queries/members.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { MembershipDeps, MembershipResult } from './change-role.ts'

/** Takes a member out, their open sockets included; what they wrote stays. Everyone may leave by themselves, except the last owner. */
export async function removeMember(scope: Scope, userId: string, deps: MembershipDeps): Promise<MembershipResult> {
  const leaving = userId === scope.userId
  if (!leaving && !can(scope.role, 'manage-members')) return { ok: false, reason: 'not-allowed' }
  const result = await deps.db.transaction(async (tx): Promise<MembershipResult> => {
    const owners = await lockOwners(tx, scope)
    if (!leaving && !owners.includes(scope.userId)) return { ok: false, reason: 'not-allowed' }
    if (owners.length === 1 && owners[0] === userId) return { ok: false, reason: 'last-owner' }
    const member = await findMember(tx, scope, userId)
    if (!member) return { ok: false, reason: 'no-member' }
    await deleteMember(tx, scope, userId)
    await recordInWorkspace(tx, scope, 'member-removed', { subject: userId, details: { name: member.name, role: member.role } })
    return { ok: true }
  })
  if (!result.ok) return result
  deps.collab.closeUser(scope.workspaceId, userId)
  deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'members', id: userId })
  return result
}
