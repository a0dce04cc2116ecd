import { setPassword } from '#/db/queries/accounts.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { endPasswordResets } from '#/db/queries/password-resets.ts'
import { revokeSessionsOf } from '#/db/queries/sessions.ts'
import { passwordWeakness } from '#/lib/access/password-weakness.ts'
import { t } from '#/lib/message/t.ts'
import { TooBusy } from '#/server/auth/hashing-queue.ts'
import { hashPassword } from '#/server/auth/password.ts'
import type { Tries } from '#/server/auth/tries.ts'
import { busyWords, confirmPassword } from './confirm-password.ts'
import type { SessionDeps } from './end-session.ts'

export type ChangePasswordResult = { ok: true; endedSessions: number } | { ok: false; field: 'current' | 'next'; reason: string }

/** Puts a new password in the place of the current one and ends every session but the one it is done from. */
export async function changePassword(
  { userId, sessionId }: { userId: string; sessionId: string },
  given: { current: string; next: string },
  deps: SessionDeps & { tries: Tries },
): Promise<ChangePasswordResult> {
  const confirmed = await confirmPassword(userId, given.current, deps)
  if (!confirmed.ok) return { ok: false, field: 'current', reason: confirmed.reason }
  const weakness = passwordWeakness(given.next, confirmed.account.email)
  if (weakness) return { ok: false, field: 'next', reason: weakness }
  if (given.next === given.current) return { ok: false, field: 'next', reason: t('That is the password you have. Choose another one.') }
  const passwordHash = await hashPassword(given.next).catch((error: unknown) => {
    if (error instanceof TooBusy) return null
    throw error
  })
  if (!passwordHash) return { ok: false, field: 'next', reason: busyWords() }
  const ended = await deps.db.transaction(async (tx) => {
    await setPassword(tx, userId, passwordHash)
    await endPasswordResets(tx, userId, new Date())
    const ids = await revokeSessionsOf(tx, userId, sessionId)
    await recordAudit(tx, { event: 'password-changed', workspaceId: null, userId, details: { sessionsEnded: ids.length } })
    return ids
  })
  for (const id of ended) deps.collab.closeSession(id)
  return { ok: true, endedSessions: ended.length }
}
