import { expect, test } from 'vitest'
import { listTokens } from '#/db/queries/api-tokens.ts'
import { apiTokens } from '#/db/schema/api.ts'
import { auditLog } from '#/db/schema/audit.ts'
import type { TokenInput } from '#/lib/api/token-input.ts'
import { endToken, makeToken } from '#/server/usecases/edit-tokens.ts'
import { sweepApi } from '#/server/webhooks/start-webhooks.ts'
import { apiClient } from '#/tests/support/api-client.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const database = testDatabase()
const { db } = database
const DAY_MS = 24 * 3600_000
const collab = { ...recordingCollab().collab, amend: () => Promise.reject(new Error('Nothing is written in this test')) }
const WANTED: TokenInput = { name: ' The  nightly script ', scopes: ['read', 'export'], days: 30 }

async function made(input: Partial<TokenInput> = {}) {
  const user = await makeUser(db)
  const now = Date.now()
  const token = await makeToken(user.id, { ...WANTED, ...input }, { db, now })
  if (!token.ok) throw new Error(token.reason)
  const me = async (at = now) => (await apiClient(database, { collab, now: () => at })('GET', '/me', { token: token.token })).status
  return { user, now, ...token, me }
}

test('a token is told once, works until its end, and is kept as a hash alone', async () => {
  const { user, now, token, me } = await made()
  const [kept] = await db.select().from(apiTokens)
  expect(JSON.stringify(kept)).not.toContain(token)
  expect(await listTokens(db, user.id, new Date(now))).toMatchObject([
    { name: 'The nightly script', scopes: ['read', 'export'], ending: token.slice(-4), lastUsedAt: null },
  ])
  expect(await me()).toBe(200)
  expect(await me(now + 30 * DAY_MS - 1000)).toBe(200)
  expect(await me(now + 30 * DAY_MS)).toBe(401)
  const [used] = await listTokens(db, user.id, new Date(now))
  expect(used?.lastUsedAt?.getTime()).toBe(now + 30 * DAY_MS - 1000)
})

test('a token without an end works until it is revoked, by its owner alone', async () => {
  const { user, now, id, me } = await made({ days: null })
  expect(await me(now + 5000 * DAY_MS)).toBe(200)
  const other = await makeUser(db)
  expect(await endToken(other.id, id, { db, now })).toMatchObject({ ok: false })
  expect(await me()).toBe(200)
  expect(await endToken(user.id, id, { db, now })).toEqual({ ok: true })
  expect(await me()).toBe(401)
  expect(await endToken(user.id, id, { db, now })).toMatchObject({ ok: false })
  expect(await listTokens(db, user.id, new Date(now))).toEqual([])
  expect((await db.select().from(auditLog)).map(({ event }) => event)).toEqual(['token-made', 'token-revoked'])
})

test.each<[string, Partial<TokenInput>]>([
  ['no name', { name: ' \n ' }],
  ['a name that is too long', { name: 'x'.repeat(81) }],
  ['nothing it may do', { scopes: [] }],
])('a token with %s is refused', async (_, input) => {
  const user = await makeUser(db)
  expect(await makeToken(user.id, { ...WANTED, ...input }, { db, now: Date.now() })).toMatchObject({ ok: false })
  expect(await db.select().from(apiTokens)).toEqual([])
})

test('nobody has more tokens than they can look after, and those that ended are forgotten', async () => {
  const user = await makeUser(db)
  const now = Date.now()
  for (let n = 0; n < 50; n++) expect(await makeToken(user.id, WANTED, { db, now })).toMatchObject({ ok: true })
  expect(await makeToken(user.id, WANTED, { db, now })).toMatchObject({ ok: false })
  await sweepApi(db, now + 36 * DAY_MS)
  expect(await db.select().from(apiTokens)).toHaveLength(50)
  await sweepApi(db, now + 38 * DAY_MS)
  expect(await db.select().from(apiTokens)).toEqual([])
})
