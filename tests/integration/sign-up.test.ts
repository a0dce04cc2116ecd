import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { users } from '#/db/schema/people.ts'
import { verifyPassword } from '#/server/auth/password.ts'
import { SignUpGate } from '#/server/auth/sign-up-gate.ts'
import { createTries } from '#/server/auth/tries.ts'
import { createWorkspace } from '#/server/usecases/create-workspace.ts'
import { type SignUpDeps, signUp } from '#/server/usecases/sign-up.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const { db } = testDatabase()
const { collab } = recordingCollab()
let deps: SignUpDeps
beforeEach(() => {
  deps = { db, collab, gate: new SignUpGate('open'), tries: createTries(), address: '192.0.2.7' }
})
const layla = { name: ' Layla  Haddad ', email: ' Layla@Example.org', password: 'olive tree by the river' }

test('an account keeps the address in lower case and the password only as a hash that verifies', async () => {
  const result = await signUp(layla, deps)
  expect(result).toMatchObject({ ok: true, account: { email: 'layla@example.org', name: 'Layla Haddad' } })
  const [row] = await db.select().from(users)
  expect(JSON.stringify(row)).not.toContain('olive')
  expect(await verifyPassword(row?.passwordHash ?? null, layla.password)).toBe(true)
})

test('one address has one account, whatever its letters', async () => {
  await signUp(layla, deps)
  const again = await signUp({ ...layla, email: 'LAYLA@EXAMPLE.ORG', name: 'Somebody else' }, deps)
  expect(again).toEqual({ ok: false, field: 'email', reason: 'This address has an account already. Sign in instead.' })
  expect(await db.select().from(users)).toHaveLength(1)
})

test('of two sign-ups with one address at the same moment, one wins', async () => {
  const results = await Promise.all([signUp(layla, deps), signUp({ ...layla, name: 'Another Layla' }, deps)])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(await db.select().from(users).where(eq(users.email, 'layla@example.org'))).toHaveLength(1)
})

test.each([
  ['no name', { name: '  ' }, 'name'],
  ['a name of 81 letters', { name: 'x'.repeat(81) }, 'name'],
  ['no address', { email: 'layla' }, 'email'],
  ['nine characters', { password: 'nine char' }, 'password'],
  ['nine characters of two units each', { password: '🕊🌊🌿🍂🌞🌚⛅🌋🏔' }, 'password'],
  ['the same character ten times', { password: 'aaaaaaaaaaaa' }, 'password'],
  ['the address as password', { password: 'layla@example.org' }, 'password'],
  ['257 characters', { password: 'abcd'.repeat(65) }, 'password'],
])('%s is refused at its field, and nothing is kept', async (_, change, field) => {
  expect(await signUp({ ...layla, ...change }, deps)).toMatchObject({ ok: false, field })
  expect(await db.select().from(users)).toEqual([])
})

test('whoever creates a workspace owns it; nobody else sees it', async () => {
  const maren = await makeUser(db, { name: 'Maren Solberg' })
  const other = await makeUser(db)
  const created = await createWorkspace(maren.id, { name: ' Syria   desk ' }, { db })
  if (!created.ok) throw new Error(created.reason)
  expect(await listWorkspacesOf(db, maren.id)).toEqual([{ id: created.workspaceId, name: 'Syria desk', role: 'owner' }])
  expect(await listWorkspacesOf(db, other.id)).toEqual([])
})

test.each(['', '   ', 'x'.repeat(81)])('a workspace is not called "%s"', async (name) => {
  const maren = await makeUser(db)
  expect(await createWorkspace(maren.id, { name }, { db })).toMatchObject({ ok: false })
  expect(await listWorkspacesOf(db, maren.id)).toEqual([])
})
