import { asc, eq, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
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
