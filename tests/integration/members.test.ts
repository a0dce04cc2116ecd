import { expect, test } from 'vitest'
import { listMembers } from '#/db/queries/members.ts'
import { findRole } from '#/db/queries/membership.ts'
import { listPeople } from '#/db/queries/people.ts'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { roomClients } from '#/db/schema/rooms.ts'
import { MEMBER_ROLES } from '#/lib/access/roles.ts'
import { changeRole } from '#/server/usecases/change-role.ts'
import { removeMember } from '#/server/usecases/remove-member.ts'
import { renameWorkspace } from '#/server/usecases/rename-workspace.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const { db } = testDatabase()

test('a new role counts at once: in the database, on open sockets and for everybody looking at the list', async () => {
  const { scope } = await makeWorkspace(db)
  const { user } = await makeMember(db, scope.workspaceId, 'coder')
  const { collab, calls } = recordingCollab()
  expect(await changeRole(scope, { userId: user.id, role: 'viewer' }, { db, collab })).toEqual({ ok: true })
  expect(await findRole(db, scope.workspaceId, user.id)).toBe('viewer')
  expect(calls).toEqual([
    ['closeUser', scope.workspaceId, user.id],
    ['notifyWorkspace', scope.workspaceId, { type: 'changed', what: 'members', id: user.id }],
  ])
})

test.each(MEMBER_ROLES.filter((role) => role !== 'owner'))(
  'a %s changes nobody, removes nobody but themselves, renames nothing',
  async (role) => {
    const { scope, owner } = await makeWorkspace(db)
    const member = await makeMember(db, scope.workspaceId, role)
    const other = await makeMember(db, scope.workspaceId, 'editor')
    const { collab, calls } = recordingCollab()
    const deps = { db, collab }
    expect(await changeRole(member.scope, { userId: member.user.id, role: 'owner' }, deps)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await removeMember(member.scope, other.user.id, deps)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await renameWorkspace(member.scope, { name: 'Mine' }, { db })).toMatchObject({ ok: false })
    expect(calls).toEqual([])
    expect(await removeMember(member.scope, member.user.id, deps)).toEqual({ ok: true })
    expect((await listMembers(db, scope)).map((row) => row.id).sort()).toEqual([owner.id, other.user.id].sort())
  },
)

test('the last owner neither steps down nor leaves; with a second one both is possible', async () => {
  const { scope, owner } = await makeWorkspace(db)
  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  const { collab } = recordingCollab()
  const deps = { db, collab }
  expect(await changeRole(scope, { userId: owner.id, role: 'editor' }, deps)).toEqual({ ok: false, reason: 'last-owner' })
  expect(await removeMember(scope, owner.id, deps)).toEqual({ ok: false, reason: 'last-owner' })
  expect(await changeRole(scope, { userId: user.id, role: 'owner' }, deps)).toEqual({ ok: true })
  expect(await removeMember(scope, owner.id, deps)).toEqual({ ok: true })
  expect(await findRole(db, scope.workspaceId, owner.id)).toBeNull()
})

test('of two owners who step down at the same moment, one stays', async () => {
  const { scope, owner } = await makeWorkspace(db)
  const second = await makeMember(db, scope.workspaceId, 'owner')
  const { collab } = recordingCollab()
  const results = await Promise.all([
    changeRole(scope, { userId: owner.id, role: 'viewer' }, { db, collab }),
    changeRole(second.scope, { userId: second.user.id, role: 'viewer' }, { db, collab }),
  ])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect((await listMembers(db, scope)).filter((member) => member.role === 'owner')).toHaveLength(1)
})

test('a right that was taken away meanwhile is not used any more', async () => {
  const { scope } = await makeWorkspace(db)
  const second = await makeMember(db, scope.workspaceId, 'owner')
  const third = await makeMember(db, scope.workspaceId, 'coder')
  const { collab } = recordingCollab()
  await changeRole(scope, { userId: second.user.id, role: 'viewer' }, { db, collab })
  expect(await removeMember(second.scope, third.user.id, { db, collab })).toEqual({ ok: false, reason: 'not-allowed' })
})

test('an owner of one workspace reaches nobody in another', async () => {
  const { scope } = await makeWorkspace(db)
  const other = await makeWorkspace(db, { name: 'Lebanon desk' })
  const stranger = await makeMember(db, other.scope.workspaceId, 'coder')
  const { collab, calls } = recordingCollab()
  expect(await changeRole(scope, { userId: stranger.user.id, role: 'viewer' }, { db, collab })).toEqual({ ok: false, reason: 'no-member' })
  expect(await removeMember(scope, stranger.user.id, { db, collab })).toEqual({ ok: false, reason: 'no-member' })
  expect(await findRole(db, other.scope.workspaceId, stranger.user.id)).toBe('coder')
  expect(calls).toEqual([])
})

test('somebody who left is still named where they wrote, and nowhere else', async () => {
  const { scope, owner } = await makeWorkspace(db)
  const other = await makeWorkspace(db)
  const { user } = await makeMember(db, scope.workspaceId, 'coder', { name: 'Yusuf Kaya' })
  await db.insert(roomClients).values({ room: `text/${scope.workspaceId}`, clientId: 7, workspaceId: scope.workspaceId, userId: user.id })
  await removeMember(scope, user.id, { db, collab: recordingCollab().collab })
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
  expect((await listPeople(db, scope)).sort(byId)).toEqual(
    [
      { id: owner.id, name: owner.name },
      { id: user.id, name: 'Yusuf Kaya' },
    ].sort(byId),
  )
  expect(await listPeople(db, other.scope)).toEqual([{ id: other.owner.id, name: other.owner.name }])
})

test('an owner renames the workspace for everyone', async () => {
  const { scope } = await makeWorkspace(db)
  const { user } = await makeMember(db, scope.workspaceId, 'viewer')
  expect(await renameWorkspace(scope, { name: ' Levant  desk ' }, { db })).toEqual({ ok: true })
  expect(await listWorkspacesOf(db, user.id)).toMatchObject([{ name: 'Levant desk', role: 'viewer' }])
})
