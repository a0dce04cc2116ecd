import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { Query } from '#/lib/query/query.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import { resolveQuery } from './resolve-query.ts'

/** Which of some excerpts match. */
export async function matchingAmong(db: Db, scope: Scope, query: Query, annotationIds: readonly string[]): Promise<string[]> {
  const resolved = await resolveQuery(db, scope, query)
  const rows = await db
    .select({ id: excerpts.annotationId })
    .from(excerpts)
    .innerJoin(documents, eq(documents.id, excerpts.documentId))
    .where(
      and(
        sql`${excerpts.annotationId} = any(${sql.param([...annotationIds])}::uuid[])`,
        documentMatches(scope, resolved),
        excerptMatches(scope, resolved),
      ),
    )
  return rows.map(({ id }) => id)
}
