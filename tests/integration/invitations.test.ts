import { expect, test } from 'vitest'
import { listOpenInvitations } from '#/db/queries/invitations.ts'
import { findRole } from '#/db/queries/membership.ts'
import { invitations } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import { MEMBER_ROLES } from '#/lib/access/roles.ts'
import { acceptInvitation } from '#/server/usecases/accept-invitation.ts'
import { inviteMember } from '#/server/usecases/invite-member.ts'
import { readInvitation } from '#/server/usecases/read-invitation.ts'
import { revokeInvitation } from '#/server/usecases/revoke-invitation.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const { db } = testDatabase()
const { collab } = recordingCollab()
const NOW = new Date('2026-03-01T12:00:00Z')
const LATER = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

async function invite(scope: Scope, given: { role?: 'coder' | 'viewer'; now?: Date } = {}) {
  const result = await inviteMember(scope, { role: given.role ?? 'coder', days: 1 }, { db, now: given.now ?? NOW })
  if (!result.ok) throw new Error(result.reason)
  return result
}

test('a link carries 128 bits, of which the database keeps only a hash', async () => {
  const { scope } = await makeWorkspace(db)
  const { token } = await invite(scope)
  expect(Buffer.from(token, 'base64url')).toHaveLength(16)
  const [row] = await db.select().from(invitations)
  expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(row)).not.toContain(token)
})

test('whoever follows the link sees what they join, joins with its role, and uses it up', async () => {
  const { scope, owner } = await makeWorkspace(db, { name: 'Syria desk' })
  const { token } = await invite(scope)
  const read = await readInvitation(token, { db, now: NOW })
  expect(read).toMatchObject({ ok: true, invitation: { workspaceName: 'Syria desk', role: 'coder', createdByName: owner.name } })

  const yusuf = await makeUser(db)
  const { collab, calls } = recordingCollab()
  expect(await acceptInvitation(yusuf.id, token, { db, collab, now: NOW })).toEqual({ ok: true, workspaceId: scope.workspaceId })
  expect(await findRole(db, scope.workspaceId, yusuf.id)).toBe('coder')
  expect(calls).toEqual([['notifyWorkspace', scope.workspaceId, { type: 'changed', what: 'members' }]])

  const next = await makeUser(db)
  expect(await acceptInvitation(next.id, token, { db, collab, now: NOW })).toEqual({ ok: false, reason: 'used' })
  expect(await findRole(db, scope.workspaceId, next.id)).toBeNull()
})

test('following the link a second time leads the same person in', async () => {
  const { scope } = await makeWorkspace(db)
  const { token } = await invite(scope)
  const yusuf = await makeUser(db)
  await acceptInvitation(yusuf.id, token, { db, collab, now: NOW })
  expect(await acceptInvitation(yusuf.id, token, { db, collab, now: LATER(48) })).toEqual({ ok: true, workspaceId: scope.workspaceId })
})

test('of two people with one link at the same moment, one joins', async () => {
  const { scope } = await makeWorkspace(db)
  const { token } = await invite(scope)
  const people = [await makeUser(db), await makeUser(db)]
  const results = await Promise.all(people.map((person) => acceptInvitation(person.id, token, { db, collab, now: NOW })))
  expect(results.map((result) => result.ok).sort()).toEqual([false, true])
})

test('a member who follows a link keeps their role and leaves the link good for somebody else', async () => {
  const { scope, owner } = await makeWorkspace(db)
  const { token } = await invite(scope, { role: 'viewer' })
  expect(await acceptInvitation(owner.id, token, { db, collab, now: NOW })).toMatchObject({ ok: true })
  expect(await findRole(db, scope.workspaceId, owner.id)).toBe('owner')
  expect(await readInvitation(token, { db, now: NOW })).toMatchObject({ ok: true })
})

test.each([
  ['a minute before its end', 24 - 1 / 60, { ok: true }],
  ['at its end', 24, { ok: false, reason: 'expired' }],
  ['long after', 1000, { ok: false, reason: 'expired' }],
])('a link of one day, %s', async (_, hours, expected) => {
  const { scope } = await makeWorkspace(db)
  const { token } = await invite(scope)
  const yusuf = await makeUser(db)
  expect(await acceptInvitation(yusuf.id, token, { db, collab, now: LATER(hours) })).toMatchObject(expected)
  expect(await findRole(db, scope.workspaceId, yusuf.id)).toBe(expected.ok ? 'coder' : null)
})

test('a revoked link lets nobody in, and cannot be revoked twice', async () => {
  const { scope } = await makeWorkspace(db)
  const { id, token } = await invite(scope)
  expect(await revokeInvitation(scope, id, { db, now: NOW })).toEqual({ ok: true })
  expect(await revokeInvitation(scope, id, { db, now: NOW })).toEqual({ ok: false, reason: 'gone' })
  const yusuf = await makeUser(db)
  expect(await acceptInvitation(yusuf.id, token, { db, collab, now: NOW })).toEqual({ ok: false, reason: 'revoked' })
})

test('the list shows what is still open, newest first, of this workspace only', async () => {
  const { scope, owner } = await makeWorkspace(db)
  const other = await makeWorkspace(db)
  await invite(other.scope)
  const revoked = await invite(scope)
  await revokeInvitation(scope, revoked.id, { db, now: NOW })
  const used = await invite(scope)
  await acceptInvitation((await makeUser(db)).id, used.token, { db, collab, now: NOW })
  await invite(scope, { now: LATER(-25) })
  const first = await invite(scope)
  const second = await invite(scope, { role: 'viewer' })
  const open = await listOpenInvitations(db, scope, NOW)
  expect(open.map((row) => row.id)).toEqual([second.id, first.id])
  expect(open[0]).toMatchObject({ role: 'viewer', createdByName: owner.name, expiresAt: LATER(24) })
})

test('a link that was never made leads nowhere', async () => {
  const yusuf = await makeUser(db)
  for (const token of ['', 'x', 'AAAAAAAAAAAAAAAAAAAAAA']) {
    expect(await acceptInvitation(yusuf.id, token, { db, collab })).toEqual({ ok: false, reason: 'unknown' })
  }
})

test('an owner of one workspace cannot revoke the link of another', async () => {
  const { scope } = await makeWorkspace(db)
  const other = await makeWorkspace(db)
  const { id, token } = await invite(other.scope)
  expect(await revokeInvitation(scope, id, { db, now: NOW })).toEqual({ ok: false, reason: 'gone' })
  expect(await readInvitation(token, { db, now: NOW })).toMatchObject({ ok: true })
})

test.each(MEMBER_ROLES.filter((role) => role !== 'owner'))('a %s invites nobody and revokes nothing', async (role) => {
  const { scope } = await makeWorkspace(db)
  const member = await makeMember(db, scope.workspaceId, role)
  const { id } = await invite(scope)
  expect(await inviteMember(member.scope, { role: 'viewer', days: 1 }, { db })).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await revokeInvitation(member.scope, id, { db, now: NOW })).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await db.select().from(invitations)).toHaveLength(1)
})

test('an invitation to an address is for that address, whoever holds the link', async () => {
  const { scope } = await makeWorkspace(db)
  const made = await inviteMember(scope, { role: 'coder', days: 3, email: ' Yusuf@Example.org ' }, { db, now: NOW })
  if (!made.ok) throw new Error(made.reason)
  expect(await listOpenInvitations(db, scope, NOW)).toMatchObject([{ email: 'yusuf@example.org', expiresAt: LATER(72) }])
  const other = await makeUser(db)
  expect(await acceptInvitation(other.id, made.token, { db, collab, now: NOW })).toEqual({ ok: false, reason: 'other-address' })
  expect(await findRole(db, scope.workspaceId, other.id)).toBeNull()
  const yusuf = await makeUser(db, { email: 'yusuf@example.org' })
  expect(await acceptInvitation(yusuf.id, made.token, { db, collab, now: NOW })).toMatchObject({ ok: true })
})

test('an invitation is not made for what cannot be an address', async () => {
  const { scope } = await makeWorkspace(db)
  expect(await inviteMember(scope, { role: 'coder', days: 3, email: 'yusuf' }, { db })).toEqual({ ok: false, reason: 'no-address' })
  expect(await db.select().from(invitations)).toEqual([])
})
