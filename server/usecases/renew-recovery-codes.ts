import { recordAudit } from '#/db/queries/audit-log.ts'
import { replaceRecoveryCodes } from '#/db/queries/two-factor.ts'
import { hashRecoveryCode, newRecoveryCodes } from '#/server/auth/recovery-codes.ts'
import { confirmBothFactors } from './confirm-both-factors.ts'
import type { TwoFactorDeps } from './start-two-factor.ts'

/** Ten new recovery codes; the former ones stop working. @returns the codes, seen only now */
export async function renewRecoveryCodes(
  userId: string,
  given: { password: string; code: string; address: string },
  deps: TwoFactorDeps & { now?: number },
): Promise<{ ok: true; recoveryCodes: string[] } | { ok: false; field: 'password' | 'code'; reason: string }> {
  const confirmed = await confirmBothFactors(userId, given, deps)
  if (!confirmed.ok) return confirmed
  const recoveryCodes = newRecoveryCodes()
  await deps.db.transaction(async (tx) => {
    await replaceRecoveryCodes(
      tx,
      userId,
      recoveryCodes.map((each) => hashRecoveryCode(each, userId)),
    )
    await recordAudit(tx, { event: 'recovery-codes-renewed', workspaceId: null, userId })
  })
  return { ok: true, recoveryCodes }
}
