import { and, asc, eq, exists, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { Query } from '#/lib/query/query.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import { resolveQuery } from './resolve-query.ts'

/** The documents in which excerpts match, by title. */
export async function listMatchingDocuments(db: Db, scope: Scope, query: Query): Promise<{ id: string; title: string }[]> {
  const resolved = await resolveQuery(db, scope, query)
  const hit = db
    .select({ one: sql`1` })
    .from(excerpts)
    .where(and(eq(excerpts.documentId, documents.id), excerptMatches(scope, resolved)))
  return db
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .where(and(documentMatches(scope, resolved), exists(hit)))
    .orderBy(asc(documents.title), asc(documents.id))
}
