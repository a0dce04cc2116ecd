import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { members, workspaces } from '#/db/schema/people.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { isId } from '#/lib/id.ts'

/**
 * The role of a person in a workspace, or null when they are no member, the workspace is in the bin or the id is none. The one
 * membership check of pages, actions and routes; sockets ask `db/queries/room-access.ts`, which knows rooms.
 */
export async function findRole(db: Db, workspaceId: string, userId: string): Promise<MemberRole | null> {
  if (!isId(workspaceId)) return null
  const [row] = await db
    .select({ role: members.role })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId), isNull(workspaces.deletedAt)))
  return row?.role ?? null
}
