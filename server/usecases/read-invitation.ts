import type { Db } from '#/db/client.ts'
import { type FoundInvitation, findInvitation } from '#/db/queries/invitations.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { hashLinkToken } from '#/server/auth/link-token.ts'

export type InvitationProblem = 'unknown' | 'expired' | 'used' | 'revoked'

export interface Invitation {
  id: string
  workspaceId: string
  workspaceName: string
  role: MemberRole
  /** The only address that may accept it; null: whoever has the link. */
  email: string | null
  createdByName: string
}

/** What somebody hears whose address it is not. */
export const otherAddressWords = () =>
  t('This invitation is for another email address. Use the address it was sent to, or ask for an invitation to yours.')

/** What a link invites to, or why it does not any more. Anyone who holds the link may read that. */
export async function readInvitation(
  token: string,
  deps: { db: Db; now?: Date },
): Promise<{ ok: true; invitation: Invitation } | { ok: false; reason: InvitationProblem; workspaceId?: string }> {
  const found = await findInvitation(deps.db, hashLinkToken(token))
  if (!found) return { ok: false, reason: 'unknown' }
  const problem = problemOf(found, deps.now ?? new Date())
  if (problem) return { ok: false, reason: problem, workspaceId: found.workspaceId }
  const { id, workspaceId, workspaceName, role, email, createdByName } = found
  return { ok: true, invitation: { id, workspaceId, workspaceName, role, email, createdByName } }
}

function problemOf(found: FoundInvitation, now: Date): InvitationProblem | null {
  if (found.revokedAt) return 'revoked'
  if (found.acceptedAt) return 'used'
  return found.expiresAt <= now ? 'expired' : null
}
