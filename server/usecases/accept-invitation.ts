import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { takeInvitation } from '#/db/queries/invitations.ts'
import { insertMember } from '#/db/queries/members.ts'
import { findRole } from '#/db/queries/membership.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { type InvitationProblem, readInvitation } from './read-invitation.ts'

export interface AcceptDeps {
  db: Db
  collab: Pick<CollabServer, 'notifyWorkspace'>
  now?: Date
}

export type AcceptResult = { ok: true; workspaceId: string } | { ok: false; reason: InvitationProblem }

/** Joins the workspace of a link with the role of the link. A member who follows one keeps their role, and the link stays good for somebody else. */
export async function acceptInvitation(userId: string, token: string, deps: AcceptDeps): Promise<AcceptResult> {
  const now = deps.now ?? new Date()
  const read = await readInvitation(token, { db: deps.db, now })
  const workspaceId = read.ok ? read.invitation.workspaceId : read.workspaceId
  if (workspaceId && (await findRole(deps.db, workspaceId, userId))) return { ok: true, workspaceId }
  if (!read.ok) return { ok: false, reason: read.reason }
  const { invitation } = read
  const joined = await deps.db.transaction(async (tx) => {
    if (!(await takeInvitation(tx, invitation.id, userId, now))) return false
    await insertMember(tx, invitation.workspaceId, userId, invitation.role)
    const details = { role: invitation.role, invitedBy: invitation.createdByName }
    await recordAudit(tx, { event: 'member-joined', workspaceId: invitation.workspaceId, userId, subject: invitation.id, details })
    return true
  })
  if (!joined) return { ok: false, reason: 'used' }
  deps.collab.notifyWorkspace(invitation.workspaceId, { type: 'changed', what: 'members' })
  return { ok: true, workspaceId: invitation.workspaceId }
}
