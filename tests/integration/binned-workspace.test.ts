import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findRole } from '#/db/queries/membership.ts'
import { findDocumentRooms } from '#/db/queries/room-access.ts'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { workspaces } from '#/db/schema/people.ts'
import { authorise } from '#/server/collab/authorise.ts'
import { acceptInvitation } from '#/server/usecases/accept-invitation.ts'
import { inviteMember } from '#/server/usecases/invite-member.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const { db } = testDatabase()

async function makeBusyWorkspace() {
  const { scope, owner } = await makeWorkspace(db)
  const document = await makeDocument(db, scope, { text: 'The convoy turned back.' })
  const invited = await inviteMember(scope, { role: 'coder', days: 7 }, { db })
  if (!invited.ok) throw new Error(invited.reason)
  const rooms = [`text/${document.id}`, `layer/${document.layerId}`, `workspace/${scope.workspaceId}`]
  const bin = (deletedAt: Date | null) => db.update(workspaces).set({ deletedAt }).where(eq(workspaces.id, scope.workspaceId))
  return { scope, owner, documentId: document.id, rooms, token: invited.token, bin }
}

test('a workspace in the bin is closed to everybody, its owner included, as if it had never been', async () => {
  const { scope, owner, documentId, rooms, token, bin } = await makeBusyWorkspace()
  await bin(new Date())
  expect(await findRole(db, scope.workspaceId, owner.id)).toBeNull()
  expect(await listWorkspacesOf(db, owner.id)).toEqual([])
  expect(await findDocumentRooms(db, documentId)).toBeNull()
  for (const room of rooms) expect(await authorise(db, room, owner.id)).toBe('not-found')
  const guest = await makeUser(db)
  expect(await acceptInvitation(guest.id, token, { db, collab: recordingCollab().collab })).toEqual({ ok: false, reason: 'unknown' })
})

test('back from the bin it is what it was, and its invitations lead into it again', async () => {
  const { scope, owner, documentId, rooms, token, bin } = await makeBusyWorkspace()
  await bin(new Date())
  await bin(null)
  expect(await findRole(db, scope.workspaceId, owner.id)).toBe('owner')
  expect(await listWorkspacesOf(db, owner.id)).toHaveLength(1)
  expect(await findDocumentRooms(db, documentId)).toMatchObject({ workspaceId: scope.workspaceId })
  for (const room of rooms) expect(await authorise(db, room, owner.id)).toMatchObject({ role: 'owner' })
  const guest = await makeUser(db)
  expect(await acceptInvitation(guest.id, token, { db, collab: recordingCollab().collab })).toMatchObject({ ok: true })
})
