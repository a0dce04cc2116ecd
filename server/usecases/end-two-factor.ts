import { recordAudit } from '#/db/queries/audit-log.ts'
import { removeSecondFactor } from '#/db/queries/two-factor.ts'
import { confirmBothFactors } from './confirm-both-factors.ts'
import type { TwoFactorDeps } from './start-two-factor.ts'

/** Turns the second factor off, for somebody who gives both once more. */
export async function endTwoFactor(
  userId: string,
  given: { password: string; code: string; address: string },
  deps: TwoFactorDeps & { now?: number },
): Promise<{ ok: true } | { ok: false; field: 'password' | 'code'; reason: string }> {
  const confirmed = await confirmBothFactors(userId, given, deps)
  if (!confirmed.ok) return confirmed
  await deps.db.transaction(async (tx) => {
    if (await removeSecondFactor(tx, userId))
      await recordAudit(tx, { event: 'two-factor-off', workspaceId: null, userId, details: { by: 'person' } })
  })
  return { ok: true }
}
