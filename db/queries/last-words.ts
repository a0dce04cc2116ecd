import { and, eq } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { Quote } from '#/lib/annotation/model.ts'
import { inVisibleLayer } from './match-query.ts'

/** Statements without words are answered for up to so many. */
const MOST = 1000

/** The last words of a document's detached statements with what stood around them, by annotation id. */
export async function readLastWords(db: Db, scope: Scope, documentId: string): Promise<Map<string, Quote>> {
  const rows = await db
    .select({ id: excerpts.annotationId, exact: excerpts.quote, prefix: excerpts.prefix, suffix: excerpts.suffix })
    .from(excerpts)
    .where(
      and(
        eq(excerpts.workspaceId, scope.workspaceId),
        eq(excerpts.documentId, documentId),
        eq(excerpts.state, 'orphan'),
        inVisibleLayer(scope),
      ),
    )
    .limit(MOST)
  return new Map(rows.map(({ id, ...quote }) => [id, quote]))
}
