import type { Db } from '#/db/client.ts'
import { setPendingSecret } from '#/db/queries/two-factor.ts'
import { t } from '#/lib/message/t.ts'
import type { Seal } from '#/server/auth/sealed-secret.ts'
import { newTotpSecret, totpAddress } from '#/server/auth/totp.ts'
import type { Tries } from '#/server/auth/tries.ts'
import { confirmPassword } from './confirm-password.ts'

export interface TwoFactorDeps {
  db: Db
  tries: Tries
  seal: Seal
}

/**
 * Begins to set up a second factor: a new secret for an authenticator app. It is asked for only once a code made with it
 * was given; see `confirmTwoFactor`.
 */
export async function startTwoFactor(
  userId: string,
  password: string,
  deps: TwoFactorDeps,
): Promise<{ ok: true; secret: string; address: string } | { ok: false; reason: string }> {
  const confirmed = await confirmPassword(userId, password, deps)
  if (!confirmed.ok) return confirmed
  const secret = newTotpSecret()
  if (!(await setPendingSecret(deps.db, userId, deps.seal.seal(secret, userId))))
    return { ok: false, reason: t('Two-factor sign-in is on already. Turn it off first to use another app.') }
  return { ok: true, secret, address: totpAddress(secret, confirmed.account.email) }
}
