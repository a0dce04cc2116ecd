import { eq, like } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { findRole } from '#/db/queries/membership.ts'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { users } from '#/db/schema/people.ts'
import { verifyPassword } from '#/server/auth/password.ts'
import { SignUpGate } from '#/server/auth/sign-up-gate.ts'
import { createTries } from '#/server/auth/tries.ts'
import { createWorkspace } from '#/server/usecases/create-workspace.ts'
import { inviteMember } from '#/server/usecases/invite-member.ts'
import { otherAddressWords } from '#/server/usecases/read-invitation.ts'
import { notInvitedWords, type SignUpDeps, signUp } from '#/server/usecases/sign-up.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
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

async function invitation(email?: string) {
  const { scope } = await makeWorkspace(db)
  const made = await inviteMember(scope, { role: 'coder', days: 3, email }, { db })
  if (!made.ok) throw new Error(made.reason)
  return { workspaceId: scope.workspaceId, token: made.token }
}

test('where accounts are by invitation, a stranger gets none, and who is invited joins at once', async () => {
  deps.gate = new SignUpGate('invited')
  const { workspaceId, token } = await invitation()
  expect(await signUp(layla, deps)).toEqual({ ok: false, field: 'email', reason: notInvitedWords() })
  expect(await signUp({ ...layla, invitation: 'AAAAAAAAAAAAAAAAAAAAAA' }, deps)).toMatchObject({ ok: false, reason: notInvitedWords() })
  const made = await signUp({ ...layla, invitation: token }, deps)
  if (!made.ok) throw new Error(made.reason)
  expect(await findRole(db, workspaceId, made.account.id)).toBe('coder')
  expect(await signUp({ ...layla, email: 'second@example.org', invitation: token }, deps)).toMatchObject({
    ok: false,
    reason: notInvitedWords(),
  })
})

test('one invitation makes one account, also for two at the same moment', async () => {
  const { workspaceId, token } = await invitation()
  const people = ['one', 'two'].map((name) => ({ ...layla, email: `${name}@example.org`, invitation: token }))
  const made = await Promise.all(people.map((person) => signUp(person, deps)))
  const accounts = made.flatMap((result) => (result.ok ? [result.account] : []))
  expect(accounts).toHaveLength(1)
  expect(await findRole(db, workspaceId, accounts[0]?.id ?? '')).toBe('coder')
  expect(await db.select().from(users).where(like(users.email, '%@example.org'))).toHaveLength(2) // this person and the owner
})

test('an invitation to another address makes no account, even where sign-up is open', async () => {
  const { token } = await invitation('yusuf@example.org')
  expect(await signUp({ ...layla, invitation: token }, deps)).toEqual({ ok: false, field: 'email', reason: otherAddressWords() })
  expect(await signUp({ ...layla, email: 'yusuf@example.org', invitation: token }, deps)).toMatchObject({ ok: true })
})

test('the first person of an installation comes with a link that works once', async () => {
  deps.gate = new SignUpGate('invited')
  const setup = deps.gate.makeSetupToken()
  await makeUser(db, { email: 'analyst@interline.example' })
  expect(await signUp({ ...layla, setup: 'AAAAAAAAAAAAAAAAAAAAAA' }, deps)).toMatchObject({ ok: false, reason: notInvitedWords() })
  expect(await signUp({ ...layla, setup }, deps)).toMatchObject({ ok: true })
  expect(await signUp({ ...layla, email: 'second@example.org', setup }, deps)).toMatchObject({ ok: false, reason: notInvitedWords() })
})

test('twenty guessed invitations from one place, and it waits', async () => {
  deps.gate = new SignUpGate('invited')
  for (let n = 0; n < 20; n++) await signUp({ ...layla, invitation: `guess-${n}` }, deps)
  const { token } = await invitation()
  expect(await signUp({ ...layla, invitation: token }, deps)).toMatchObject({
    ok: false,
    reason: 'Too many tries. Wait 15 minutes, then try again.',
  })
})

test('a name turns no writing direction around', async () => {
  expect(await signUp({ ...layla, name: 'Layla \u202eddaH' }, deps)).toMatchObject({ ok: true, account: { name: 'Layla ddaH' } })
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
