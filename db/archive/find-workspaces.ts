import { asc, eq, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { workspaces } from '#/db/schema/people.ts'
import { isId } from '#/lib/id.ts'

/** Workspaces with this id or name, also in the bin; the oldest first. */
export function findWorkspacesNamed(db: Db, wanted: string): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: workspaces.id, name: workspaces.name })
    .from(workspaces)
    .where(or(eq(workspaces.name, wanted), isId(wanted) ? eq(workspaces.id, wanted) : undefined))
    .orderBy(asc(workspaces.id))
}

/** How many statements a workspace has, as they were last projected. */
export async function countStatementsOf(db: Db, workspaceId: string): Promise<number> {
  return db.$count(excerpts, eq(excerpts.workspaceId, workspaceId))
}
