import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { countRecoveryCodes, type SecondFactor, takeRecoveryCode, takeStep } from '#/db/queries/two-factor.ts'
import type { SignInProblem } from '#/lib/access/sign-in-problem.ts'
import { hashRecoveryCode } from '#/server/auth/recovery-codes.ts'
import type { Seal } from '#/server/auth/sealed-secret.ts'
import { totpStep } from '#/server/auth/totp.ts'
import type { Tries } from '#/server/auth/tries.ts'
import { log } from '#/server/log.ts'

export interface SecondFactorTry {
  userId: string
  factor: SecondFactor
  /** Six digits, or a recovery code. */
  code: string
  /** Where it comes from; see `addressKey`. */
  address: string
}

interface CheckDeps {
  db: Db
  tries: Tries
  seal: Seal
  /** ms since 1970. */
  now: number
}

/** Uses a code of the second factor up: of the authenticator app, or a recovery code. Each works once. */
export async function checkSecondFactor(
  { userId, factor, code, address }: SecondFactorTry,
  { db, tries, seal, now }: CheckDeps,
): Promise<{ ok: true } | { ok: false; problem: SignInProblem }> {
  const waitMs = Math.max(tries.code.waitMs(userId, now), tries.address.waitMs(address, now))
  if (waitMs > 0) return { ok: false, problem: { reason: 'too-many-tries', retryInS: Math.ceil(waitMs / 1000) } }
  tries.code.spend(userId, now)
  tries.address.spend(address, now)
  const isRight = /^[\d\s]+$/.test(code)
    ? await takeAppCode(userId, factor, code, { db, seal, now })
    : await takeSpare(userId, code, { db, now })
  if (!isRight) return { ok: false, problem: { reason: 'wrong-code' } }
  tries.code.clear(userId)
  tries.address.refund(address)
  return { ok: true }
}

async function takeAppCode(userId: string, factor: SecondFactor, code: string, deps: Omit<CheckDeps, 'tries'>): Promise<boolean> {
  const secret = factor.sealed && deps.seal.open(factor.sealed, userId)
  if (!secret) {
    // Sealed with another secret than this server has: codes cannot be checked, recovery codes still work.
    log.error('two-factor.unreadable', 'a second factor was sealed with another secret', { userId })
    return false
  }
  const step = totpStep(secret, code, factor.lastStep, deps.now)
  return step !== null && (await takeStep(deps.db, userId, step))
}

async function takeSpare(userId: string, code: string, { db, now }: Pick<CheckDeps, 'db' | 'now'>): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await takeRecoveryCode(tx, userId, hashRecoveryCode(code, userId), new Date(now)))) return false
    const left = await countRecoveryCodes(tx, userId)
    await recordAudit(tx, { event: 'recovery-code-used', workspaceId: null, userId, details: { left } })
    return true
  })
}
