import type { Db } from '#/db/client.ts'
import { type FoundReset, findPasswordReset } from '#/db/queries/password-resets.ts'
import { hashLinkToken } from '#/server/auth/link-token.ts'

export type ResetProblem = 'unknown' | 'expired' | 'used'

/** Whose new password a link is for, or why it does not work any more. Reading uses nothing up: mail programs open links too. */
export async function readPasswordReset(
  token: string,
  deps: { db: Db; now?: Date },
): Promise<{ ok: true; reset: FoundReset } | { ok: false; reason: ResetProblem }> {
  const reset = await findPasswordReset(deps.db, hashLinkToken(token))
  if (!reset) return { ok: false, reason: 'unknown' }
  if (reset.usedAt) return { ok: false, reason: 'used' }
  if (reset.expiresAt <= (deps.now ?? new Date())) return { ok: false, reason: 'expired' }
  return { ok: true, reset }
}
