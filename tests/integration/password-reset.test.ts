import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertPasswordReset } from '#/db/queries/password-resets.ts'
import { findLiveSession, insertSession } from '#/db/queries/sessions.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { passwordResets } from '#/db/schema/people.ts'
import { hashPassword } from '#/server/auth/password.ts'
import { totpSeal } from '#/server/auth/sealed-secret.ts'
import { sweepAccounts } from '#/server/auth/sweep.ts'
import { createTries } from '#/server/auth/tries.ts'
import { createMailer } from '#/server/mail/mailer.ts'
import { changePassword } from '#/server/usecases/change-password.ts'
import { mailResetLink } from '#/server/usecases/mail-reset-link.ts'
import { makeResetLink } from '#/server/usecases/make-reset-link.ts'
import { readPasswordReset } from '#/server/usecases/read-password-reset.ts'
import { resetPassword } from '#/server/usecases/reset-password.ts'
import { signInWithPassword } from '#/server/usecases/sign-in-with-password.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type Mailbox, startMailbox } from '#/tests/support/mailbox.ts'
import { makeUser, type TestUser } from '#/tests/support/make-user.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const { db } = testDatabase()
const OLD = 'olive tree by the river'
const NEW = 'a bridge over dry land'
const NOW = new Date('2026-03-01T12:00:00Z')
const MINUTES = (n: number) => new Date(NOW.getTime() + n * 60_000)
const passwordHash = await hashPassword(OLD)
let layla: TestUser
let tries: ReturnType<typeof createTries>
let mailbox: Mailbox | null = null

beforeEach(async () => {
  tries = createTries()
  layla = await makeUser(db, { email: 'layla@example.org', passwordHash })
})
afterEach(async () => {
  await mailbox?.stop()
  mailbox = null
})

async function link(now = NOW): Promise<string> {
  const made = await makeResetLink(layla.id, 'operator', { db, origin: 'https://interline.example', now })
  const token = /^https:\/\/interline\.example\/reset\/([\w-]{22})$/.exec(made.link)?.[1]
  if (!token) throw new Error(`no link: ${made.link}`)
  return token
}

const signsIn = async (password: string) =>
  (
    await signInWithPassword(
      { email: layla.email, password, address: '192.0.2.7', knownBrowser: () => null },
      { db, tries: createTries(), seal: totpSeal('a secret of this test, long enough') },
    )
  ).ok

test('a link sets a new password once, ends every session and closes its sockets', async () => {
  const token = await link()
  for (const id of ['one', 'two']) await insertSession(db, { id, userId: layla.id, expiresAt: new Date(Date.now() + 60_000) })
  for (let n = 0; n < 5; n++) tries.password.spend(layla.email)
  const { collab, calls } = recordingCollab()
  expect(await resetPassword(token, NEW, { db, collab, tries, now: MINUTES(119) })).toEqual({ ok: true })
  expect(calls.toSorted()).toEqual([
    ['closeSession', 'one'],
    ['closeSession', 'two'],
  ])
  expect(await findLiveSession(db, 'one')).toBeNull()
  expect([await signsIn(OLD), await signsIn(NEW)]).toEqual([false, true])
  expect(tries.password.waitMs(layla.email), 'nobody waits for guesses at the old one').toBe(0)
  expect(await resetPassword(token, 'yet another password', { db, collab, tries, now: MINUTES(119) })).toEqual({
    ok: false,
    reason: 'used',
  })
  expect((await db.select().from(auditLog)).map(({ event }) => event)).toContain('password-reset')
})

test('of two uses at the same moment one counts', async () => {
  const token = await link()
  const { collab } = recordingCollab()
  const results = await Promise.all(
    [NEW, 'yet another password'].map((password) => resetPassword(token, password, { db, collab, tries, now: NOW })),
  )
  expect(results.filter((result) => result.ok)).toHaveLength(1)
})

test('expired after two hours; used when another link was; unknown when it never was', async () => {
  const { collab } = recordingCollab()
  const [first, second] = [await link(), await link()]
  expect(await readPasswordReset(first, { db, now: MINUTES(120) })).toEqual({ ok: false, reason: 'expired' })
  await resetPassword(second, NEW, { db, collab, tries, now: NOW })
  expect(await readPasswordReset(first, { db, now: NOW })).toEqual({ ok: false, reason: 'used' })
  for (const token of ['', 'x', 'AAAAAAAAAAAAAAAAAAAAAA'])
    expect(await readPasswordReset(token, { db })).toEqual({ ok: false, reason: 'unknown' })
})

test('a weak password uses nothing up', async () => {
  const token = await link()
  const { collab } = recordingCollab()
  expect(await resetPassword(token, 'short', { db, collab, tries, now: NOW })).toMatchObject({ ok: false, reason: 'weak' })
  expect(await readPasswordReset(token, { db, now: NOW })).toMatchObject({ ok: true })
})

test('only the hash of a token is kept', async () => {
  const token = await link()
  const rows = JSON.stringify([await db.select().from(passwordResets), await db.select().from(auditLog)])
  expect(rows).not.toContain(token)
})

test('a mail with a link reaches the address, through a real mail server; unknown addresses and accounts without a password get none', async () => {
  mailbox = await startMailbox()
  const mailer = createMailer({ url: mailbox.url, from: 'Interline <interline@interline.example>' })
  await makeUser(db, { email: 'provider.only@example.org' })
  for (const email of ['nobody@example.org', 'provider.only@example.org', 'layla@example.org'])
    await mailResetLink(email, { db, mailer, origin: 'https://interline.example' })
  await mailer.stop()
  expect(mailbox.mails).toHaveLength(1)
  const [mail] = mailbox.mails
  expect(mail).toMatchObject({ from: 'interline@interline.example', to: ['layla@example.org'] })
  const token = /https:\/\/interline\.example\/reset\/([\w-]{22})\s/.exec(mail?.source ?? '')?.[1] ?? ''
  expect(await readPasswordReset(token, { db })).toMatchObject({ ok: true, reset: { userId: layla.id } })
})

test('changing a password ends all other sessions and open links, and keeps this one', async () => {
  const token = await link()
  for (const id of ['this', 'other']) await insertSession(db, { id, userId: layla.id, expiresAt: new Date(Date.now() + 60_000) })
  const { collab, calls } = recordingCollab()
  const me = { userId: layla.id, sessionId: 'this' }
  const deps = { db, collab, tries }
  expect(await changePassword(me, { current: 'no', next: NEW }, deps)).toMatchObject({ ok: false, field: 'current' })
  expect(await changePassword(me, { current: OLD, next: 'short' }, deps)).toMatchObject({ ok: false, field: 'next' })
  expect(await changePassword(me, { current: OLD, next: OLD }, deps)).toMatchObject({ ok: false, field: 'next' })
  expect(calls).toEqual([])
  expect(await changePassword(me, { current: OLD, next: NEW }, deps)).toEqual({ ok: true, endedSessions: 1 })
  expect(calls).toEqual([['closeSession', 'other']])
  expect(await findLiveSession(db, 'this')).not.toBeNull()
  expect(await readPasswordReset(token, { db, now: NOW })).toEqual({ ok: false, reason: 'used' })
})

test('old links and sessions are swept a week after their end', async () => {
  const day = 24 * 3600_000
  const at = (days: number) => new Date(NOW.getTime() + days * day)
  await insertPasswordReset(db, { userId: layla.id, tokenHash: 'old', expiresAt: at(-8) })
  await insertPasswordReset(db, { userId: layla.id, tokenHash: 'late', expiresAt: at(-6) })
  await insertSession(db, { id: 'old', userId: layla.id, expiresAt: at(-8) })
  await insertSession(db, { id: 'live', userId: layla.id, expiresAt: at(1) })
  await sweepAccounts(db, NOW)
  expect((await db.select().from(passwordResets)).map((row) => row.tokenHash)).toEqual(['late'])
  expect(await findLiveSession(db, 'live', NOW)).not.toBeNull()
  expect(await findLiveSession(db, 'old', at(-9))).toBeNull()
})
