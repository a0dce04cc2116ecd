import { beforeEach, describe, expect, test } from 'vitest'
import { auditLog } from '#/db/schema/audit.ts'
import { hashPassword } from '#/server/auth/password.ts'
import { totpSeal } from '#/server/auth/sealed-secret.ts'
import { createTries } from '#/server/auth/tries.ts'
import { confirmTwoFactor } from '#/server/usecases/confirm-two-factor.ts'
import { type SignInDeps, type SignInInput, signInWithPassword } from '#/server/usecases/sign-in-with-password.ts'
import { startTwoFactor } from '#/server/usecases/start-two-factor.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser, type TestUser } from '#/tests/support/make-user.ts'
import { totpCode } from '#/tests/support/totp-code.ts'

const { db } = testDatabase()
const PASSWORD = 'olive tree by the river'
const NOW = 1_800_000_000_000
const MINUTE = 60_000
const seal = totpSeal('a secret of this test, long enough')
const passwordHash = await hashPassword(PASSWORD)
let deps: SignInDeps
let layla: TestUser

beforeEach(async () => {
  deps = { db, tries: createTries(), seal, now: NOW }
  layla = await makeUser(db, { email: 'layla@example.org', passwordHash })
})

const input = (given: Partial<SignInInput> = {}): SignInInput => ({
  email: 'layla@example.org',
  password: PASSWORD,
  address: '192.0.2.7',
  knownBrowser: () => null,
  ...given,
})
const signIn = (given: Partial<SignInInput> = {}, later = 0) => signInWithPassword(input(given), { ...deps, now: NOW + later })
const wrong = (given: Partial<SignInInput> = {}, later = 0) => signIn({ password: 'not the password', ...given }, later)
const events = async () => (await db.select().from(auditLog)).map(({ event, userId, details }) => ({ event, userId, ...details }))

describe('passwords', () => {
  test('the right one opens the account, however its address is typed', async () => {
    expect(await signIn({ email: ' Layla@Example.org' })).toMatchObject({ ok: true, account: { id: layla.id }, hasSecondFactor: false })
  })

  test('unknown address, wrong password and an account without one hear the same, and only ids are written down', async () => {
    const ines = await makeUser(db, { email: 'ines@example.org' })
    for (const each of [{}, { email: 'nobody@example.org' }, { email: 'ines@example.org' }])
      expect(await wrong(each)).toEqual({ ok: false, problem: { reason: 'no-match' } })
    expect(await events()).toEqual([layla.id, null, ines.id].map((userId) => ({ event: 'sign-in-failed', userId, step: 'password' })))
    expect(JSON.stringify(await db.select().from(auditLog))).not.toMatch(/nobody|not the password/)
  })

  test('after five wrong ones the sixth try waits, even with the right password; then it works', async () => {
    for (let n = 0; n < 5; n++) await wrong({}, n * MINUTE)
    expect(await signIn({}, 5 * MINUTE)).toEqual({ ok: false, problem: { reason: 'too-many-tries', retryInS: 600 } })
    expect(await signIn({}, 15 * MINUTE)).toMatchObject({ ok: true })
  })

  test('twenty at the same moment are counted one by one', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => wrong()))
    const looked = results.filter((result) => !result.ok && result.problem.reason === 'no-match')
    expect(looked).toHaveLength(5)
  })

  test('who guesses a colleague’s password does not keep the colleague’s own browser out', async () => {
    for (let n = 0; n < 5; n++) await wrong({ address: '203.0.113.9' })
    expect(await signIn({ address: '192.0.2.8' })).toMatchObject({ ok: false, problem: { reason: 'too-many-tries' } })
    expect(await signIn({ address: '192.0.2.8', knownBrowser: () => 'her laptop' })).toMatchObject({ ok: true })
    for (let n = 0; n < 5; n++) await wrong({ address: '192.0.2.8', knownBrowser: () => 'her laptop' })
    expect(await signIn({ address: '192.0.2.8', knownBrowser: () => 'her laptop' })).toMatchObject({ ok: false })
  })

  test('one place has twenty wrong tries, over all accounts', async () => {
    for (let n = 0; n < 20; n++) expect(await wrong({ email: `person${n}@example.org` })).toMatchObject({ problem: { reason: 'no-match' } })
    expect(await signIn()).toMatchObject({ ok: false, problem: { reason: 'too-many-tries' } })
    expect(await signIn({ address: '192.0.2.8' })).toMatchObject({ ok: true })
  })

  test('people who sign in rightly from one office never wait', async () => {
    for (let n = 0; n < 25; n++) expect(await signIn()).toMatchObject({ ok: true })
  })
})

describe('with a second factor', () => {
  let secret: string
  let recoveryCodes: string[]

  beforeEach(async () => {
    const started = await startTwoFactor(layla.id, PASSWORD, deps)
    if (!started.ok) throw new Error(started.reason)
    secret = started.secret
    const confirmed = await confirmTwoFactor(layla.id, totpCode(secret, NOW), deps)
    if (!confirmed.ok) throw new Error(confirmed.reason)
    recoveryCodes = confirmed.recoveryCodes
  })

  test('the right password is asked for a code, a wrong one is refused as everybody’s', async () => {
    expect(await signIn()).toEqual({ ok: false, problem: { reason: 'code-needed' } })
    expect(await wrong()).toEqual({ ok: false, problem: { reason: 'no-match' } })
    expect(await wrong({ code: totpCode(secret, NOW) })).toEqual({ ok: false, problem: { reason: 'no-match' } })
  })

  test('a code works once, also for two at the same moment; the one of the set-up not at all', async () => {
    expect(await signIn({ code: totpCode(secret, NOW) })).toEqual({ ok: false, problem: { reason: 'wrong-code' } })
    const code = totpCode(secret, NOW + MINUTE)
    const both = await Promise.all([signIn({ code }, MINUTE), signIn({ code }, MINUTE)])
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(await signIn({ code }, MINUTE)).toMatchObject({ problem: { reason: 'wrong-code' } })
    expect(await signIn({ code: totpCode(secret, NOW + 2 * MINUTE) }, 2 * MINUTE)).toMatchObject({ ok: true, hasSecondFactor: true })
  })

  test('five wrong codes and it waits, whatever the password', async () => {
    for (let n = 0; n < 5; n++) expect(await signIn({ code: `00000${n}` })).toMatchObject({ problem: { reason: 'wrong-code' } })
    expect(await signIn({ code: totpCode(secret, NOW + MINUTE) }, MINUTE)).toMatchObject({ problem: { reason: 'too-many-tries' } })
    expect(await events()).toContainEqual({ event: 'sign-in-failed', userId: layla.id, step: 'second factor' })
  })

  test('a recovery code works once, however it is typed, and says how many are left', async () => {
    const [code = ''] = recoveryCodes
    expect(await signIn({ code: code.toUpperCase().replaceAll('-', ' ') })).toMatchObject({ ok: true })
    expect(await signIn({ code })).toMatchObject({ problem: { reason: 'wrong-code' } })
    expect(await events()).toContainEqual({ event: 'recovery-code-used', userId: layla.id, left: 9 })
  })

  test('when the secret of the server is another one, codes fail and recovery codes still work', async () => {
    deps.seal = totpSeal('another secret altogether, also long')
    expect(await signIn({ code: totpCode(secret, NOW + MINUTE) }, MINUTE)).toMatchObject({ problem: { reason: 'wrong-code' } })
    expect(await signIn({ code: recoveryCodes[1] }, MINUTE)).toMatchObject({ ok: true })
  })
})
