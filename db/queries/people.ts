import { and, eq, inArray, isNotNull, or, type SQL } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { members, users } from '#/db/schema/people.ts'
import { roomClients } from '#/db/schema/rooms.ts'
import { comments } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'
import type { ChosenColours } from '#/lib/person/person-colour.ts'

export interface Person {
  id: string
  name: string
}

/** The colours chosen by people whose name the workspace may have to show. */
export async function listChosenColours(db: Db, scope: Scope): Promise<ChosenColours> {
  const rows = await db
    .select({ id: users.id, colour: users.colour })
    .from(users)
    .where(and(isNotNull(users.colour), shownIn(db, scope)))
  return Object.fromEntries(rows.map(({ id, colour }) => [id, colour as number]))
}

/** Everybody whose name the workspace may have to show: its members, and people who wrote here before they left. */
export async function listPeople(db: Db, scope: Scope): Promise<Person[]> {
  return db.select({ id: users.id, name: users.name }).from(users).where(shownIn(db, scope))
}

/** Members, and people who wrote here before they left. */
function shownIn(db: Db, scope: Scope): SQL | undefined {
  const here = db.select({ id: members.userId }).from(members).where(eq(members.workspaceId, scope.workspaceId))
  const wrote = db.select({ id: roomClients.userId }).from(roomClients).where(eq(roomClients.workspaceId, scope.workspaceId))
  const said = db.select({ id: comments.createdBy }).from(comments).where(eq(comments.workspaceId, scope.workspaceId))
  return or(inArray(users.id, here), inArray(users.id, wrote), inArray(users.id, said))
}
