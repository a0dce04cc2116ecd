import type { Db } from '#/db/client.ts'
import { type Account, findAccountByEmail } from '#/db/queries/accounts.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { findSecondFactor } from '#/db/queries/two-factor.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import type { SignInProblem } from '#/lib/access/sign-in-problem.ts'
import { TooBusy } from '#/server/auth/hashing-queue.ts'
import { verifyPassword } from '#/server/auth/password.ts'
import type { Seal } from '#/server/auth/sealed-secret.ts'
import type { Tries } from '#/server/auth/tries.ts'
import { signInFailures } from '#/server/metrics.ts'
import { checkSecondFactor } from './check-second-factor.ts'

export interface SignInInput {
  email: string
  password: string
  /** Six digits of the authenticator app, or a recovery code; absent in the first step. */
  code?: string
  /** Where it comes from; see `addressKey`. */
  address: string
  /** The id of the browser when this account knows it, given the normal form of the address. */
  knownBrowser: (email: string) => string | null
}

export interface SignInDeps {
  db: Db
  tries: Tries
  /** Opens second factors. */
  seal: Seal
  /** ms since 1970. */
  now?: number
}

export type SignInResult = { ok: true; account: Account; hasSecondFactor: boolean } | { ok: false; problem: SignInProblem }

const refused = (problem: SignInProblem): SignInResult => {
  signInFailures.inc({ reason: problem.reason })
  return { ok: false, problem }
}

/**
 * Whether this is the password of the account and, when a second factor is on, its code. The code is asked for only after
 * the right password: asking everybody would tell nobody more, and who has no second factor would be asked for one. Every
 * path to "no match" costs one hash, so that nobody learns which addresses have accounts, passwords or second factors.
 */
export async function signInWithPassword(input: SignInInput, deps: SignInDeps): Promise<SignInResult> {
  const { tries } = deps
  const now = deps.now ?? Date.now()
  const email = normalEmail(input.email)
  if (!email) return refused({ reason: 'no-match' })
  const key = input.knownBrowser(email) ?? email
  const waitMs = Math.max(tries.password.waitMs(key, now), tries.address.waitMs(input.address, now))
  if (waitMs > 0) return refused({ reason: 'too-many-tries', retryInS: Math.ceil(waitMs / 1000) })
  tries.password.spend(key, now)
  tries.address.spend(input.address, now)

  const account = await findAccountByEmail(deps.db, email)
  try {
    if (!(await verifyPassword(account?.passwordHash ?? null, input.password)) || !account) {
      await recordFailure(deps.db, account?.id ?? null, 'password')
      return refused({ reason: 'no-match' })
    }
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error
    tries.password.refund(key)
    tries.address.refund(input.address)
    return refused({ reason: 'busy' })
  }
  tries.password.clear(key)
  tries.address.refund(input.address)

  const factor = await findSecondFactor(deps.db, account.id)
  if (!factor?.since) return { ok: true, account, hasSecondFactor: false }
  if (!input.code?.trim()) return { ok: false, problem: { reason: 'code-needed' } }
  const checked = await checkSecondFactor({ userId: account.id, factor, code: input.code, address: input.address }, { ...deps, now })
  if (checked.ok) return { ok: true, account, hasSecondFactor: true }
  if (checked.problem.reason === 'wrong-code') await recordFailure(deps.db, account.id, 'second factor')
  return refused(checked.problem)
}

/** The same work whether there is such an account or not. What was typed is never written down. */
function recordFailure(db: Db, userId: string | null, step: 'password' | 'second factor'): Promise<void> {
  return recordAudit(db, { event: 'sign-in-failed', workspaceId: null, userId, details: { step } })
}
