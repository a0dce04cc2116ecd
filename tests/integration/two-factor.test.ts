import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { countRecoveryCodes, findSecondFactor } from '#/db/queries/two-factor.ts'
import { recoveryCodes, users } from '#/db/schema/people.ts'
import { hashPassword } from '#/server/auth/password.ts'
import { totpSeal } from '#/server/auth/sealed-secret.ts'
import { createTries } from '#/server/auth/tries.ts'
import { confirmTwoFactor } from '#/server/usecases/confirm-two-factor.ts'
import { endTwoFactor } from '#/server/usecases/end-two-factor.ts'
import { renewRecoveryCodes } from '#/server/usecases/renew-recovery-codes.ts'
import { startTwoFactor, type TwoFactorDeps } from '#/server/usecases/start-two-factor.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser, type TestUser } from '#/tests/support/make-user.ts'
import { totpCode } from '#/tests/support/totp-code.ts'

const { db } = testDatabase()
const PASSWORD = 'olive tree by the river'
const NOW = 1_800_000_000_000
const LATER = NOW + 60_000
const passwordHash = await hashPassword(PASSWORD)
let deps: TwoFactorDeps
let layla: TestUser

beforeEach(async () => {
  deps = { db, tries: createTries(), seal: totpSeal('a secret of this test, long enough') }
  layla = await makeUser(db, { passwordHash })
})

async function begin(): Promise<string> {
  const started = await startTwoFactor(layla.id, PASSWORD, deps)
  if (!started.ok) throw new Error(started.reason)
  return started.secret
}

async function turnOn(): Promise<{ secret: string; codes: string[] }> {
  const secret = await begin()
  const confirmed = await confirmTwoFactor(layla.id, totpCode(secret, NOW), { ...deps, now: NOW })
  if (!confirmed.ok) throw new Error(confirmed.reason)
  return { secret, codes: confirmed.recoveryCodes }
}

test('nothing is asked for before a code proved that the app has the secret', async () => {
  expect(await startTwoFactor(layla.id, 'not the password', deps)).toMatchObject({ ok: false })
  const secret = await begin()
  expect(await confirmTwoFactor(layla.id, '000000', { ...deps, now: NOW })).toMatchObject({ ok: false })
  expect(await findSecondFactor(db, layla.id)).toMatchObject({ since: null })
  await confirmTwoFactor(layla.id, totpCode(secret, NOW), { ...deps, now: NOW })
  expect(await findSecondFactor(db, layla.id)).toMatchObject({ since: new Date(NOW) })
})

test('beginning again makes the first secret worthless; one that is on cannot be replaced', async () => {
  const first = await begin()
  const second = await begin()
  expect(await confirmTwoFactor(layla.id, totpCode(first, NOW), { ...deps, now: NOW })).toMatchObject({ ok: false })
  expect(await confirmTwoFactor(layla.id, totpCode(second, NOW), { ...deps, now: NOW })).toMatchObject({ ok: true })
  expect(await startTwoFactor(layla.id, PASSWORD, deps)).toMatchObject({ ok: false })
})

test('neither the secret nor a recovery code stands in the database', async () => {
  const { secret, codes } = await turnOn()
  const rows = JSON.stringify([await db.select().from(users), await db.select().from(recoveryCodes)])
  for (const hidden of [secret, ...codes]) expect(rows).not.toContain(hidden)
  expect(new Set(codes).size).toBe(10)
})

test('somebody else’s sealed secret opens nothing', async () => {
  const { secret } = await turnOn()
  const thief = await makeUser(db, { passwordHash })
  const [row] = await db.select().from(users).where(eq(users.id, layla.id))
  await db
    .update(users)
    .set({ totpSealed: row?.totpSealed ?? null })
    .where(eq(users.id, thief.id))
  expect(await confirmTwoFactor(thief.id, totpCode(secret, LATER), { ...deps, now: LATER })).toMatchObject({ ok: false })
})

test('turning it off takes password and code, and nothing of it is left', async () => {
  const { secret } = await turnOn()
  const code = totpCode(secret, LATER)
  const given = { password: PASSWORD, code, address: '192.0.2.7' }
  expect(await endTwoFactor(layla.id, { ...given, password: 'no' }, { ...deps, now: LATER })).toMatchObject({
    ok: false,
    field: 'password',
  })
  expect(await endTwoFactor(layla.id, { ...given, code: '000000' }, { ...deps, now: LATER })).toMatchObject({ ok: false, field: 'code' })
  expect(await endTwoFactor(layla.id, given, { ...deps, now: LATER })).toEqual({ ok: true })
  expect(await findSecondFactor(db, layla.id)).toEqual({ sealed: null, since: null, lastStep: null })
  expect(await countRecoveryCodes(db, layla.id)).toBe(0)
})

test('new recovery codes replace the old ones, and a recovery code may ask for them', async () => {
  const { codes } = await turnOn()
  const renewed = await renewRecoveryCodes(
    layla.id,
    { password: PASSWORD, code: codes[0] ?? '', address: '192.0.2.7' },
    { ...deps, now: LATER },
  )
  if (!renewed.ok) throw new Error(renewed.reason)
  expect(renewed.recoveryCodes.filter((code) => codes.includes(code))).toEqual([])
  expect(await countRecoveryCodes(db, layla.id)).toBe(10)
  expect(
    await endTwoFactor(layla.id, { password: PASSWORD, code: codes[1] ?? '', address: '192.0.2.7' }, { ...deps, now: LATER }),
  ).toMatchObject({ ok: false })
})

test('five wrong passwords before a dialog, and it waits', async () => {
  for (let n = 0; n < 5; n++) await startTwoFactor(layla.id, 'not the password', deps)
  expect(await startTwoFactor(layla.id, PASSWORD, deps)).toEqual({ ok: false, reason: 'Too many tries. Wait 15 minutes, then try again.' })
})
