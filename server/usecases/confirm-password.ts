import type { Db } from '#/db/client.ts'
import { type Account, findAccount } from '#/db/queries/accounts.ts'
import { waitWords } from '#/lib/access/wait-words.ts'
import { t } from '#/lib/message/t.ts'
import { TooBusy } from '#/server/auth/hashing-queue.ts'
import { verifyPassword } from '#/server/auth/password.ts'
import type { Tries } from '#/server/auth/tries.ts'

/** What somebody hears when the server is checking too many passwords already. */
export const busyWords = () => t('Many people are signing in at this moment. Try again in a few seconds.')

/**
 * Asks somebody who is signed in for their password once more, before something that would lock them out if a stranger
 * sat at their screen. Throttled by person.
 */
export async function confirmPassword(
  userId: string,
  password: string,
  { db, tries }: { db: Db; tries: Tries },
): Promise<{ ok: true; account: Account } | { ok: false; reason: string }> {
  const waitMs = tries.password.waitMs(userId)
  if (waitMs > 0) return { ok: false, reason: waitWords(waitMs / 1000) }
  const account = await findAccount(db, userId)
  if (!account?.passwordHash) return { ok: false, reason: t('Your account has no password: you sign in through single sign-on.') }
  tries.password.spend(userId)
  try {
    if (!(await verifyPassword(account.passwordHash, password))) return { ok: false, reason: t('That is not your password.') }
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error
    tries.password.refund(userId)
    return { ok: false, reason: busyWords() }
  }
  tries.password.clear(userId)
  return { ok: true, account }
}
