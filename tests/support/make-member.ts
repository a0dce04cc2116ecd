import type { Db } from '#/db/client.ts'
import { members } from '#/db/schema/people.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { makeUser, type TestUser } from './make-user.ts'

/** Adds a (new, unless given) person to a workspace with a role, and gives that person's right to work in it. */
export async function makeMember(
  db: Db,
  workspaceId: string,
  role: MemberRole,
  given: { user?: TestUser; name?: string } = {},
): Promise<{ user: TestUser; scope: Scope }> {
  const user = given.user ?? (await makeUser(db, { name: given.name ?? `The ${role}` }))
  await db.insert(members).values({ workspaceId, userId: user.id, role })
  return { user, scope: mintScope(workspaceId, user.id, role) }
}
