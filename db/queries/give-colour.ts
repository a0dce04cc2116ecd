import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { members, users } from '#/db/schema/people.ts'
import { freeColour } from '#/lib/person/free-colour.ts'
import { personColour } from '#/lib/person/person-colour.ts'

/** Gives a new member a colour that tells them from the others, unless they have chosen one. Takes a workspace id: see `insertMember`. */
export async function giveColour(tx: Db, workspaceId: string, userId: string): Promise<void> {
  const others = await tx
    .select({ id: users.id, colour: users.colour })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, workspaceId), ne(members.userId, userId)))
  const taken = others.map(({ id, colour }) => colour ?? personColour(id))
  if (!taken.includes(personColour(userId))) return
  await tx
    .update(users)
    .set({ colour: freeColour(userId, taken) })
    .where(and(eq(users.id, userId), isNull(users.colour)))
}
