import { findSecondFactor } from '#/db/queries/two-factor.ts'
import { waitWords } from '#/lib/access/wait-words.ts'
import { t } from '#/lib/message/t.ts'
import { checkSecondFactor } from './check-second-factor.ts'
import { confirmPassword } from './confirm-password.ts'
import type { TwoFactorDeps } from './start-two-factor.ts'

/** Asks somebody who is signed in for password and code once more. */
export async function confirmBothFactors(
  userId: string,
  given: { password: string; code: string; address: string },
  deps: TwoFactorDeps & { now?: number },
): Promise<{ ok: true } | { ok: false; field: 'password' | 'code'; reason: string }> {
  const confirmed = await confirmPassword(userId, given.password, deps)
  if (!confirmed.ok) return { ok: false, field: 'password', reason: confirmed.reason }
  const factor = await findSecondFactor(deps.db, userId)
  if (!factor?.since) return { ok: false, field: 'code', reason: t('Two-factor sign-in is off already. Reload the page.') }
  const now = deps.now ?? Date.now()
  const checked = await checkSecondFactor({ userId, factor, code: given.code, address: given.address }, { ...deps, now })
  if (checked.ok) return { ok: true }
  const { problem } = checked
  return {
    ok: false,
    field: 'code',
    reason:
      problem.reason === 'too-many-tries'
        ? waitWords(problem.retryInS)
        : t('That code does not work. Each one works once: type the next one.'),
  }
}
