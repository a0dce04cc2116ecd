import { beforeEach, expect, test } from 'vitest'
import { findLiveSession, insertSession, listLiveSessions } from '#/db/queries/sessions.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { liveSession, liveSessionsOf } from '#/server/auth/live-session.ts'
import { endOtherSessions, endSession, signOut } from '#/server/usecases/end-session.ts'
import { openSession } from '#/server/usecases/open-session.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser, type TestUser } from '#/tests/support/make-user.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const { db } = testDatabase()
const HOUR = 3600_000
let layla: TestUser
let recording: ReturnType<typeof recordingCollab>
const deps = () => ({ db, collab: recording.collab })
const open = (given: { userId?: string; browser?: string; replaces?: string | null } = {}) =>
  openSession({ userId: layla.id, browser: 'Firefox on Linux', by: 'password', replaces: null, ...given }, deps())

beforeEach(async () => {
  layla = await makeUser(db)
  recording = recordingCollab()
})

test('every sign-in has an id of its own, and ends the session the browser came with', async () => {
  const planted = await open()
  const fresh = await open({ replaces: planted })
  expect(fresh).not.toBe(planted)
  expect(fresh).toMatch(/^[\w-]{32}$/)
  expect(await findLiveSession(db, planted)).toBeNull()
  expect(recording.calls).toEqual([['closeSession', planted]])
})

test('the list shows live ones with their browser, used most recently first', async () => {
  const first = await open({ browser: 'Safari on iPhone' })
  const second = await open()
  await insertSession(db, { id: 'expired', userId: layla.id, expiresAt: new Date(Date.now() - 1000) })
  await open({ userId: (await makeUser(db)).id })
  await liveSession(db, first, new Date(Date.now() + 2 * HOUR))
  expect((await listLiveSessions(db, layla.id)).map(({ id, browser }) => [id, browser])).toEqual([
    [first, 'Safari on iPhone'],
    [second, 'Firefox on Linux'],
  ])
})

test('use is noted at most once an hour', async () => {
  const id = await open()
  const seen = async (hours: number) => {
    await liveSession(db, id, new Date(Date.now() + hours * HOUR))
    const [row] = await listLiveSessions(db, layla.id)
    return row?.lastSeenAt.getTime() ?? 0
  }
  const first = await seen(0)
  expect(await seen(0.9)).toBe(first)
  expect((await seen(1.1)) - first).toBeGreaterThan(HOUR)
})

test('an open page is use, and a session that ended is not among the live ones', async () => {
  const [current, ended] = [await open(), await open()]
  await endSession(layla.id, ended, deps())
  const later = new Date(Date.now() + 2 * HOUR)
  expect(await liveSessionsOf(db, [current, ended], later)).toEqual(new Set([current]))
  expect((await listLiveSessions(db, layla.id))[0]?.lastSeenAt).toEqual(later)
})

test('one of one’s own can be ended, nobody else’s, and each ends once', async () => {
  const id = await open()
  const stranger = await makeUser(db)
  expect(await endSession(stranger.id, id, deps())).toBe(false)
  expect(await findLiveSession(db, id)).not.toBeNull()
  expect(await endSession(layla.id, id, deps())).toBe(true)
  expect(await endSession(layla.id, id, deps())).toBe(false)
  expect(await findLiveSession(db, id)).toBeNull()
  expect(recording.calls).toEqual([['closeSession', id]])
})

test('all others end, this one and other people’s stay', async () => {
  const mine = await open()
  const others = [await open(), await open()]
  const foreign = await open({ userId: (await makeUser(db)).id })
  expect(await endOtherSessions(layla.id, mine, deps())).toBe(2)
  expect(recording.calls.map(([, id]) => id).toSorted()).toEqual(others.toSorted())
  expect(await findLiveSession(db, mine)).not.toBeNull()
  expect(await findLiveSession(db, foreign)).not.toBeNull()
})

test('what happened is in the log, without ids that would name a session', async () => {
  const id = await open()
  await endOtherSessions(layla.id, id, deps())
  await open()
  await endOtherSessions(layla.id, id, deps())
  await signOut(layla.id, id, deps())
  await signOut(layla.id, id, deps())
  const rows = await db.select().from(auditLog)
  expect(rows.map(({ event }) => event)).toEqual(['signed-in', 'signed-in', 'session-ended', 'signed-out'])
  expect(rows[0]?.details).toEqual({ browser: 'Firefox on Linux', by: 'password' })
  expect(JSON.stringify(rows)).not.toContain(id)
})
