import { recordAudit } from '#/db/queries/audit-log.ts'
import { findSecondFactor, replaceRecoveryCodes, turnOnSecondFactor } from '#/db/queries/two-factor.ts'
import { waitWords } from '#/lib/access/wait-words.ts'
import { t } from '#/lib/message/t.ts'
import { hashRecoveryCode, newRecoveryCodes } from '#/server/auth/recovery-codes.ts'
import { totpStep } from '#/server/auth/totp.ts'
import type { TwoFactorDeps } from './start-two-factor.ts'

/** Turns the second factor on, once the app has proven that it has the secret. @returns the recovery codes, seen only now */
export async function confirmTwoFactor(
  userId: string,
  code: string,
  deps: TwoFactorDeps & { now?: number },
): Promise<{ ok: true; recoveryCodes: string[] } | { ok: false; reason: string }> {
  const { db, tries, seal } = deps
  const now = deps.now ?? Date.now()
  const waitMs = tries.code.waitMs(userId, now)
  if (waitMs > 0) return { ok: false, reason: waitWords(waitMs / 1000) }
  const factor = await findSecondFactor(db, userId)
  if (factor?.since) return { ok: false, reason: t('Two-factor sign-in is on already.') }
  const secret = factor?.sealed && seal.open(factor.sealed, userId)
  if (!factor?.sealed || !secret) return { ok: false, reason: t('Begin again: there is nothing to confirm.') }
  tries.code.spend(userId, now)
  const step = totpStep(secret, code, factor.lastStep, now)
  if (step === null)
    return {
      ok: false,
      reason: t('That is not the code of this moment. Check that the clock of your phone is right, and type the next one.'),
    }
  tries.code.clear(userId)
  const { sealed } = factor
  const recoveryCodes = newRecoveryCodes()
  const isOn = await db.transaction(async (tx) => {
    if (!(await turnOnSecondFactor(tx, userId, { sealed, step, now: new Date(now) }))) return false
    await replaceRecoveryCodes(
      tx,
      userId,
      recoveryCodes.map((each) => hashRecoveryCode(each, userId)),
    )
    await recordAudit(tx, { event: 'two-factor-on', workspaceId: null, userId })
    return true
  })
  return isOn ? { ok: true, recoveryCodes } : { ok: false, reason: t('It was set up in another tab meanwhile. Reload the page.') }
}
