import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { insertInvitation } from '#/db/queries/invitations.ts'
import type { Scope } from '#/db/scope.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import type { InvitationDays } from '#/lib/access/member.ts'
import { can, type MemberRole } from '#/lib/access/roles.ts'
import { newId } from '#/lib/id.ts'
import { hashLinkToken, newLinkToken } from '#/server/auth/link-token.ts'

const DAY_MS = 24 * 3600 * 1000

export interface InviteInput {
  role: MemberRole
  days: InvitationDays
  /** The only address that may accept it; empty or absent: whoever has the link. */
  email?: string
}

/** A link for one person. The answer is the only time the token is seen: the database keeps its hash. */
export async function inviteMember(
  scope: Scope,
  input: InviteInput,
  deps: { db: Db; now?: Date },
): Promise<{ ok: true; id: string; token: string; expiresAt: Date } | { ok: false; reason: 'not-allowed' | 'no-address' }> {
  if (!can(scope.role, 'manage-members')) return { ok: false, reason: 'not-allowed' }
  const email = input.email?.trim() ? normalEmail(input.email) : null
  if (input.email?.trim() && !email) return { ok: false, reason: 'no-address' }
  const id = newId()
  const token = newLinkToken()
  const expiresAt = new Date((deps.now ?? new Date()).getTime() + input.days * DAY_MS)
  await deps.db.transaction(async (tx) => {
    await insertInvitation(tx, scope, { id, role: input.role, email, tokenHash: hashLinkToken(token), expiresAt })
    await recordInWorkspace(tx, scope, 'member-invited', {
      subject: id,
      details: { role: input.role, days: input.days, ...(email && { email }) },
    })
  })
  return { ok: true, id, token, expiresAt }
}
