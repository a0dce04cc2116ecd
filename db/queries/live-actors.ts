import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'

/** Those of some actors that are not deleted. */
export async function liveActors(db: Db, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const live = and(eq(actors.workspaceId, scope.workspaceId), isNull(actors.deletedAt), inArray(actors.id, [...ids]))
  return (await db.select({ id: actors.id }).from(actors).where(live)).map(({ id }) => id)
}
