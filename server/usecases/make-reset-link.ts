import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { insertPasswordReset } from '#/db/queries/password-resets.ts'
import { hashLinkToken, newLinkToken } from '#/server/auth/link-token.ts'

/** How long a link to a new password works, ms. */
export const RESET_LINK_MS = 2 * 3600 * 1000

/** A link to choose a new password, for one use. The answer is the only time its token is seen: the database keeps its hash. */
export async function makeResetLink(
  userId: string,
  /** Who asked: the person by mail, or the operator at the server's terminal. */
  by: 'mail' | 'operator',
  deps: { db: Db; origin: string; now?: Date },
): Promise<{ link: string; expiresAt: Date }> {
  const token = newLinkToken()
  const expiresAt = new Date((deps.now ?? new Date()).getTime() + RESET_LINK_MS)
  await deps.db.transaction(async (tx) => {
    await insertPasswordReset(tx, { userId, tokenHash: hashLinkToken(token), expiresAt })
    await recordAudit(tx, {
      event: 'password-reset-asked',
      workspaceId: null,
      userId,
      details: { by },
    })
  })
  return { link: `${deps.origin}/reset/${token}`, expiresAt }
}
