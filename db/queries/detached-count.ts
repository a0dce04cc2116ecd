import { and, count, eq, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { inVisibleLayer } from './match-query.ts'

/** How many statements of live documents, of those this member may see, have lost their words. */
export async function countDetached(db: Db, scope: Scope): Promise<number> {
  const [found] = await db
    .select({ n: count() })
    .from(excerpts)
    .innerJoin(documents, and(eq(documents.id, excerpts.documentId), isNull(documents.deletedAt)))
    .where(and(eq(excerpts.workspaceId, scope.workspaceId), eq(excerpts.state, 'orphan'), inVisibleLayer(scope)))
  return found?.n ?? 0
}
