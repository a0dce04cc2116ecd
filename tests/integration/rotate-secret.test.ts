import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findLiveSession, insertSession } from '#/db/queries/sessions.ts'
import { setPendingSecret } from '#/db/queries/two-factor.ts'
import { users } from '#/db/schema/people.ts'
import { totpSeal } from '#/server/auth/sealed-secret.ts'
import { installationSecret, newSecret } from '#/server/installation-secret.ts'
import { rotateSecret } from '#/server/operator/rotate-secret.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser, type TestUser } from '#/tests/support/make-user.ts'

const { db } = testDatabase()
const TOTP = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
let dataDir: string
let current: string
let layla: TestUser

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'interline-rotate-'))
  current = installationSecret(undefined, dataDir)
  layla = await makeUser(db)
  await setPendingSecret(db, layla.id, totpSeal(current).seal(TOTP, layla.id))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

async function opened(secret: string): Promise<string | null> {
  const [row] = await db.select().from(users).where(eq(users.id, layla.id))
  return totpSeal(secret).open(row?.totpSealed ?? '', layla.id)
}

test('a new secret takes the place of the old one, second factors go on, sessions end', async () => {
  await insertSession(db, { id: 'one', userId: layla.id, expiresAt: new Date(Date.now() + 60_000) })
  expect(await rotateSecret(current, { db, dataDir })).toEqual({ sessions: 1, resealed: 1, unreadable: 0, webhooks: 0 })
  const next = installationSecret(undefined, dataDir)
  expect(next).not.toBe(current)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(existsSync(join(dataDir, 'secret.next'))).toBe(false)
  expect([await opened(current), await opened(next)]).toEqual([null, TOTP])
  expect(await findLiveSession(db, 'one')).toBeNull()
})

test('interrupted before its transaction, nothing is lost, nothing starts, and doing it again completes it', async () => {
  writeFileSync(join(dataDir, 'secret.next'), newSecret(), { mode: 0o600 })
  expect(() => installationSecret(undefined, dataDir)).toThrow('rotate-secret')
  expect(await rotateSecret(current, { db, dataDir })).toMatchObject({ resealed: 1, unreadable: 0 })
  expect(await opened(installationSecret(undefined, dataDir))).toBe(TOTP)
})

test('interrupted after its transaction, the secret that things are sealed with is the one that comes', async () => {
  const next = newSecret()
  writeFileSync(join(dataDir, 'secret.next'), next, { mode: 0o600 })
  await db.update(users).set({ totpSealed: totpSeal(next).seal(TOTP, layla.id) })
  expect(await rotateSecret(current, { db, dataDir })).toMatchObject({ resealed: 1, unreadable: 0 })
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(next)
  expect(await opened(next)).toBe(TOTP)
})

test('interrupted while the new one was being written, another is made', async () => {
  writeFileSync(join(dataDir, 'secret.next'), 'cut', { mode: 0o600 })
  await rotateSecret(current, { db, dataDir })
  expect(await opened(installationSecret(undefined, dataDir))).toBe(TOTP)
})

test('what neither secret opens is counted and left as it is', async () => {
  await db.update(users).set({ totpSealed: totpSeal(newSecret()).seal(TOTP, layla.id) })
  const [before] = await db.select().from(users)
  expect(await rotateSecret(current, { db, dataDir })).toMatchObject({ resealed: 0, unreadable: 1 })
  expect((await db.select().from(users))[0]?.totpSealed).toBe(before?.totpSealed)
})
