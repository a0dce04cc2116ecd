import { and, eq } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { members } from '#/db/schema/people.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { isId } from '#/lib/id.ts'

/** The role of a person in a workspace, or null when they are no member (or the id is none). The one membership check. */
export async function findRole(db: Db, workspaceId: string, userId: string): Promise<MemberRole | null> {
  if (!isId(workspaceId)) return null
  const [row] = await db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId)))
  return row?.role ?? null
}
