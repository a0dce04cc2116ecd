import { setPassword } from '#/db/queries/accounts.ts'
import { revokeTokensOf } from '#/db/queries/api-tokens.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { takePasswordReset } from '#/db/queries/password-resets.ts'
import { revokeSessionsOf } from '#/db/queries/sessions.ts'
import { passwordWeakness } from '#/lib/access/password-weakness.ts'
import { TooBusy } from '#/server/auth/hashing-queue.ts'
import { hashPassword } from '#/server/auth/password.ts'
import type { Tries } from '#/server/auth/tries.ts'
import { busyWords } from './confirm-password.ts'
import type { SessionDeps } from './end-session.ts'
import { type ResetProblem, readPasswordReset } from './read-password-reset.ts'

export type ResetPasswordResult =
  | { ok: true }
  | { ok: false; reason: ResetProblem }
  /** `words`: what is wrong with the password, a sentence. */
  | { ok: false; reason: 'weak'; words: string }

/**
 * Sets the password of whoever the link is for, ends all their sessions and revokes the tokens of their programs. A second factor stays on: the link proves the
 * mailbox, or the operator's word, and nothing more.
 */
export async function resetPassword(
  token: string,
  password: string,
  deps: SessionDeps & { tries: Tries; now?: Date },
): Promise<ResetPasswordResult> {
  const now = deps.now ?? new Date()
  const read = await readPasswordReset(token, { db: deps.db, now })
  if (!read.ok) return { ok: false, reason: read.reason }
  const { reset } = read
  const weakness = passwordWeakness(password, reset.email)
  if (weakness) return { ok: false, reason: 'weak', words: weakness }
  const passwordHash = await hashPassword(password).catch((error: unknown) => {
    if (error instanceof TooBusy) return null
    throw error
  })
  if (!passwordHash) return { ok: false, reason: 'weak', words: busyWords() }
  const ended = await deps.db.transaction(async (tx) => {
    if (!(await takePasswordReset(tx, reset, now))) return null
    await setPassword(tx, reset.userId, passwordHash)
    const ids = await revokeSessionsOf(tx, reset.userId)
    const tokensRevoked = await revokeTokensOf(tx, reset.userId, now)
    const details = { sessionsEnded: ids.length, ...(tokensRevoked > 0 && { tokensRevoked }) }
    await recordAudit(tx, { event: 'password-reset', workspaceId: null, userId: reset.userId, details })
    return ids
  })
  if (!ended) return { ok: false, reason: 'used' }
  for (const id of ended) deps.collab.closeSession(id)
  deps.tries.password.clear(reset.email)
  return { ok: true }
}
