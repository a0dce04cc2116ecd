import { and, eq, or, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { users } from '#/db/schema/people.ts'
import { savedQueries } from '#/db/schema/saved-queries.ts'
import type { Scope } from '#/db/scope.ts'
import type { QueryToSave, SavedQuery } from '#/lib/query/saved-query.ts'

/** The saved queries this person sees, theirs and shared ones, by name. */
export async function listSavedQueries(db: Db, scope: Scope): Promise<SavedQuery[]> {
  const { id, name, address, isShared, createdBy, updatedAt } = savedQueries
  const rows = await db
    .select({ id, name, address, isShared, createdBy, byName: users.name, updatedAt })
    .from(savedQueries)
    .leftJoin(users, eq(users.id, createdBy))
    .where(seenBy(scope))
    .orderBy(sql`lower(${name})`, id)
  return rows.map((row) => ({ ...row, byName: row.byName ?? '', updatedAt: row.updatedAt.getTime() }))
}

/** Keeps a query under a name; what the person kept under it before, with as many to see it, is replaced. @throws a unique violation when a shared one of this name is somebody else's */
export async function putSavedQuery(db: Db, scope: Scope, query: Pick<SavedQuery, 'id' | 'name' | 'address' | 'isShared'>): Promise<void> {
  const { name, address, isShared } = query
  const same = and(
    eq(savedQueries.workspaceId, scope.workspaceId),
    eq(savedQueries.createdBy, scope.userId),
    eq(savedQueries.isShared, isShared),
    sql`lower(${savedQueries.name}) = lower(${name})`,
  )
  const changed = await db.update(savedQueries).set({ name, address, updatedAt: new Date() }).where(same).returning({ id: savedQueries.id })
  if (changed.length === 0) await db.insert(savedQueries).values({ ...query, workspaceId: scope.workspaceId, createdBy: scope.userId })
}

/** A saved query this person sees; null when there is none. */
export async function findSavedQuery(db: Db, scope: Scope, id: string): Promise<Omit<SavedQuery, 'byName' | 'updatedAt'> | null> {
  const { name, address, isShared, createdBy } = savedQueries
  const [row] = await db
    .select({ id: savedQueries.id, name, address, isShared, createdBy })
    .from(savedQueries)
    .where(and(seenBy(scope), eq(savedQueries.id, id)))
  return row ?? null
}

/** Changes a saved query. @throws a unique violation when another is called so */
export async function changeSavedQuery(db: Db, { workspaceId }: Scope, id: string, query: QueryToSave): Promise<void> {
  await db
    .update(savedQueries)
    .set({ ...query, updatedAt: new Date() })
    .where(and(eq(savedQueries.workspaceId, workspaceId), eq(savedQueries.id, id)))
}

export async function removeSavedQuery(db: Db, { workspaceId }: Scope, id: string): Promise<void> {
  await db.delete(savedQueries).where(and(eq(savedQueries.workspaceId, workspaceId), eq(savedQueries.id, id)))
}

function seenBy({ workspaceId, userId }: Scope) {
  return and(eq(savedQueries.workspaceId, workspaceId), or(eq(savedQueries.isShared, true), eq(savedQueries.createdBy, userId)))
}
