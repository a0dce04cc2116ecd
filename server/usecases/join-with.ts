import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { giveColour } from '#/db/queries/give-colour.ts'
import { takeInvitation } from '#/db/queries/invitations.ts'
import { insertMember } from '#/db/queries/members.ts'
import type { Invitation } from './read-invitation.ts'

/** Uses an invitation up for a person and makes them a member; false when somebody was faster. */
export async function joinWith(tx: Db, invitation: Invitation, userId: string, now: Date): Promise<boolean> {
  if (!(await takeInvitation(tx, invitation.id, userId, now))) return false
  await insertMember(tx, invitation.workspaceId, userId, invitation.role)
  await giveColour(tx, invitation.workspaceId, userId)
  return true
}

/** Writes down that they joined; apart, because what is recorded comes last in a transaction. */
export function recordJoined(tx: Db, { id, workspaceId, role, createdByName }: Invitation, userId: string): Promise<void> {
  return recordAudit(tx, { event: 'member-joined', workspaceId, userId, subject: id, details: { role, invitedBy: createdByName } })
}
