import type { Db } from '#/db/client.ts'
import { findAccount } from '#/db/queries/accounts.ts'
import { findRole } from '#/db/queries/membership.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { joinWith, recordJoined } from './join-with.ts'
import { type InvitationProblem, readInvitation } from './read-invitation.ts'

export interface AcceptDeps {
  db: Db
  collab: Pick<CollabServer, 'notifyWorkspace'>
  now?: Date
}

export type AcceptProblem = InvitationProblem | 'other-address'
export type AcceptResult = { ok: true; workspaceId: string } | { ok: false; reason: AcceptProblem }

/** Joins the workspace of a link with the role of the link. A member who follows one keeps their role, and the link stays good for somebody else. */
export async function acceptInvitation(userId: string, token: string, deps: AcceptDeps): Promise<AcceptResult> {
  const now = deps.now ?? new Date()
  const read = await readInvitation(token, { db: deps.db, now })
  const workspaceId = read.ok ? read.invitation.workspaceId : read.workspaceId
  if (workspaceId && (await findRole(deps.db, workspaceId, userId))) return { ok: true, workspaceId }
  if (!read.ok) return { ok: false, reason: read.reason }
  const { invitation } = read
  if (invitation.email && invitation.email !== (await findAccount(deps.db, userId))?.email) return { ok: false, reason: 'other-address' }
  const joined = await deps.db.transaction(async (tx) => {
    if (!(await joinWith(tx, invitation, userId, now))) return false
    await recordJoined(tx, invitation, userId)
    return true
  })
  if (!joined) return { ok: false, reason: 'used' }
  deps.collab.notifyWorkspace(invitation.workspaceId, { type: 'changed', what: 'members' })
  return { ok: true, workspaceId: invitation.workspaceId }
}
