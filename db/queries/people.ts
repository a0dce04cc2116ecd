import { eq, inArray, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { members, users } from '#/db/schema/people.ts'
import { roomClients } from '#/db/schema/rooms.ts'
import { comments } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'

export interface Person {
  id: string
  name: string
}

/** Everybody whose name the workspace may have to show: its members, and people who wrote here before they left. */
export async function listPeople(db: Db, scope: Scope): Promise<Person[]> {
  const here = db.select({ id: members.userId }).from(members).where(eq(members.workspaceId, scope.workspaceId))
  const wrote = db.select({ id: roomClients.userId }).from(roomClients).where(eq(roomClients.workspaceId, scope.workspaceId))
  const said = db.select({ id: comments.createdBy }).from(comments).where(eq(comments.workspaceId, scope.workspaceId))
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(or(inArray(users.id, here), inArray(users.id, wrote), inArray(users.id, said)))
}
