import { expect, test } from 'vitest'
import { findAccountByEmail, insertAccount } from '#/db/queries/accounts.ts'
import { findRole } from '#/db/queries/membership.ts'
import { findLiveSession, insertSession, revokeSession } from '#/db/queries/sessions.ts'
import { signInWithProvider } from '#/server/usecases/sign-in-with-provider.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const { db } = testDatabase()
const { collab } = recordingCollab()
const profile = { provider: 'oidc', subject: 'sub-1', email: 'Layla@Example.org ', emailVerified: true, name: 'Layla Haddad' }

test('a provider sign-in makes an account once and finds it again by subject, even after its address changed', async () => {
  const first = await signInWithProvider(profile, { db, collab })
  const again = await signInWithProvider({ ...profile, email: 'new@example.org' }, { db, collab })
  expect(first).toMatchObject({ ok: true, account: { email: 'layla@example.org', name: 'Layla Haddad', passwordHash: null } })
  expect(again).toEqual(first)
})

test('a provider opens an existing account only for an address it verified', async () => {
  const user = await makeUser(db, { email: 'layla@example.org' })
  expect(await signInWithProvider({ ...profile, emailVerified: false }, { db, collab })).toEqual({
    ok: false,
    reason: 'email-not-verified',
  })
  expect(await signInWithProvider(profile, { db, collab })).toMatchObject({ ok: true, account: { id: user.id } })
})

test('whoever signed up with somebody else’s address loses the account when its owner comes through the provider', async () => {
  const squatter = await insertAccount(db, { email: 'layla@example.org', name: 'Squatter', passwordHash: 'a hash' })
  if (!squatter) throw new Error('no account')
  await insertSession(db, { id: 'squatting', userId: squatter.id, expiresAt: new Date(Date.now() + 60_000) })
  expect(await signInWithProvider(profile, { db, collab })).toMatchObject({ ok: true, account: { id: squatter.id, passwordHash: null } })
  expect(await findAccountByEmail(db, 'layla@example.org')).toMatchObject({ passwordHash: null })
  expect(await findLiveSession(db, 'squatting')).toBeNull()
  // Later sign-ins of the linked person end nothing.
  await insertSession(db, { id: 'own', userId: squatter.id, expiresAt: new Date(Date.now() + 60_000) })
  await signInWithProvider(profile, { db, collab })
  expect(await findLiveSession(db, 'own')).not.toBeNull()
})

test('a provider that gives no address is refused', async () => {
  expect(await signInWithProvider({ ...profile, email: undefined }, { db, collab })).toEqual({ ok: false, reason: 'no-email' })
})

test('an address has one account', async () => {
  const first = await insertAccount(db, { email: 'a@example.org', name: 'A', passwordHash: null })
  expect(await insertAccount(db, { email: 'a@example.org', name: 'B', passwordHash: null })).toBeNull()
  expect(await findAccountByEmail(db, 'a@example.org')).toEqual(first)
})

test('a session lives until it expires or is revoked', async () => {
  const user = await makeUser(db)
  const expiresAt = new Date(Date.now() + 60_000)
  await insertSession(db, { id: 'session-1', userId: user.id, expiresAt })
  expect(await findLiveSession(db, 'session-1')).toMatchObject({ userId: user.id, name: user.name })
  expect(await findLiveSession(db, 'session-1', expiresAt)).toBeNull()
  await revokeSession(db, 'session-1')
  expect(await findLiveSession(db, 'session-1')).toBeNull()
})

test('a role is found for members of that workspace only', async () => {
  const { scope } = await makeWorkspace(db)
  const other = await makeWorkspace(db, { name: 'Other desk' })
  const { user } = await makeMember(db, scope.workspaceId, 'coder')
  expect(await findRole(db, scope.workspaceId, user.id)).toBe('coder')
  expect(await findRole(db, other.scope.workspaceId, user.id)).toBeNull()
  expect(await findRole(db, 'not-an-id', user.id)).toBeNull()
})
