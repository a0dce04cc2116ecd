import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { ExchangeDocument } from '#/lib/format/project/exchange-project.ts'
import type { Query } from '#/lib/query/query.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import { resolveQuery } from './resolve-query.ts'

/** What the rows say of a document: all but its text and what is said about it. */
export interface DocumentFacts extends Omit<ExchangeDocument, 'text' | 'blocks' | 'statements' | 'threads'> {
  /** Those this member may see: the shared one first, then their own. */
  layerIds: string[]
}

/**
 * The statements that match, by id, of each document that has any: documents in the order of excerpts. Ids alone: their tags and words are
 * read from the rooms.
 */
export async function findExchangeDocuments(db: Db, scope: Scope, query: Query): Promise<Map<string, ReadonlySet<string>>> {
  const resolved = await resolveQuery(db, scope, query)
  const { rows } = await db.execute<{ id: string; statementIds: string[] }>(sql`
    select ${documents.id} as id, array_agg(${excerpts.annotationId}) as "statementIds"
    from ${excerpts} join ${documents} on ${documents.id} = ${excerpts.documentId}
    where ${documentMatches(scope, resolved)} and ${excerptMatches(scope, resolved)}
    group by ${documents.id} order by ${documents.publishedOn} desc nulls last, ${documents.id} desc`)
  return new Map(rows.map(({ id, statementIds }) => [id, new Set(statementIds)]))
}

/** Live documents of the workspace, by id; those of no such id, or in the bin, are absent. */
export async function readDocumentFacts(db: Db, scope: Scope, documentIds: readonly string[]): Promise<Map<string, DocumentFacts>> {
  const { id, title, outlet, author, publishedOn, url, kind, language, direction, status, createdBy, createdAt } = documents
  const rows = await db
    .select({ id, title, outlet, author, publishedOn, url, kind, language, direction, status, createdBy, createdAt })
    .from(documents)
    .where(and(eq(documents.workspaceId, scope.workspaceId), inArray(documents.id, [...documentIds]), isNull(documents.deletedAt)))
  const visible = await db
    .select({ id: layers.id, documentId: layers.documentId })
    .from(layers)
    .where(
      and(
        eq(layers.workspaceId, scope.workspaceId),
        inArray(layers.documentId, [...documentIds]),
        or(eq(layers.kind, 'shared'), eq(layers.ownerId, scope.userId)),
      ),
    )
    .orderBy(sql`${layers.kind} = 'shared' desc`)
  const layersOf = Map.groupBy(visible, ({ documentId }) => documentId)
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, createdAt: row.createdAt.getTime(), layerIds: (layersOf.get(row.id) ?? []).map((layer) => layer.id) },
    ]),
  )
}
