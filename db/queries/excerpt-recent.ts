import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { RecentPlace } from './excerpt-place.ts'
import { readExcerptRows } from './excerpt-rows.ts'
import type { ExcerptRow } from './excerpt-walk.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import type { ResolvedQuery } from './resolve-query.ts'

/** How many of the latest annotations are searched before all are. */
const WINDOW = 1000

/**
 * The excerpts that match as they were tagged, newest first, from a place on. Searches the latest annotations first, which is enough for
 * whatever is not rare; when it is not, everything that matches is found by its tags or words and then put in order. Left to itself the
 * planner walks back through time for rare things too.
 */
export async function readRecent(
  db: Db,
  scope: Scope,
  resolved: ResolvedQuery,
  from: RecentPlace | null,
  limit: number,
): Promise<ExcerptRow[]> {
  const later = from ? before(from) : undefined
  const latest = sql`(
    select * from ${excerpts} where ${and(eq(excerpts.workspaceId, scope.workspaceId), later)}
    order by ${excerpts.createdAt} desc, ${excerpts.annotationId} desc limit ${WINDOW}
  ) ${excerpts}`
  const near = await matchingIds(db, scope, resolved, latest, undefined, limit)
  const ids = near.length === limit ? near : await matchingIds(db, scope, resolved, sql`${excerpts}`, later, limit)
  return readExcerptRows(db, ids)
}

/** Found first, ordered then: `materialized` keeps the planner from turning it round. */
async function matchingIds(
  db: Db,
  scope: Scope,
  resolved: ResolvedQuery,
  source: SQL,
  within: SQL | undefined,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with hit as materialized (
      select ${excerpts.annotationId} as id, ${excerpts.createdAt} as at
      from ${source} join ${documents} on ${documents.id} = ${excerpts.documentId}
      where ${and(documentMatches(scope, resolved), excerptMatches(scope, resolved), within)}
    )
    select id from hit order by at desc, id desc limit ${limit}`)
  return rows.map((row) => row.id)
}

/** Compared as a row, so that the index goes straight to the place however deep it is. */
function before({ createdAt, annotationId }: RecentPlace): SQL {
  const at = new Date(createdAt).toISOString()
  return sql`(${excerpts.createdAt}, ${excerpts.annotationId}) < (${at}::timestamptz, ${annotationId}::uuid)`
}
