import type { Db } from '#/db/client.ts'
import { insertWorkspace } from '#/db/queries/workspaces.ts'
import { members } from '#/db/schema/people.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import { newId } from '#/lib/id.ts'
import { makeUser, type TestUser } from './make-user.ts'

/** A workspace with its owner, and the owner's right to work in it. */
export async function makeWorkspace(db: Db, given: { name?: string; owner?: TestUser } = {}): Promise<{ owner: TestUser; scope: Scope }> {
  const owner = given.owner ?? (await makeUser(db, { name: 'Maren Olsen' }))
  const id = newId()
  await insertWorkspace(db, { id, name: given.name ?? 'Syria desk', createdBy: owner.id })
  await db.insert(members).values({ workspaceId: id, userId: owner.id, role: 'owner' })
  return { owner, scope: mintScope(id, owner.id, 'owner') }
}
