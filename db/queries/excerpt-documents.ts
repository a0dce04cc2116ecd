import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import type { ExcerptDocument } from '#/lib/excerpt/excerpt.ts'
import { documentMatches } from './match-query.ts'
import type { ResolvedQuery } from './resolve-query.ts'

/** The columns of a document that an excerpt carries. */
export const EXCERPT_DOCUMENT = {
  id: documents.id,
  title: documents.title,
  outlet: documents.outlet,
  author: documents.author,
  publishedOn: documents.publishedOn,
  url: documents.url,
  language: documents.language,
  direction: documents.direction,
}

/** Where a document stands among the others. */
export type DocumentPlace = Pick<ExcerptDocument, 'id' | 'publishedOn'>

/**
 * The places of the documents that may hold what is asked for, in the order of excerpts: as published, newest first, those without a day
 * last, then as imported, newest first.
 */
export async function documentsInOrder(db: Db, scope: Scope, resolved: ResolvedQuery): Promise<DocumentPlace[]> {
  const { rows } = await db.execute<{ id: string; publishedOn: string | null }>(sql`
    select ${documents.id} as id, ${documents.publishedOn}::text as "publishedOn" from ${documents} where ${documentMatches(scope, resolved)}
    order by ${documents.publishedOn} desc nulls last, ${documents.id} desc`)
  return rows
}

/** The index of the first of `ordered` that does not stand before `place`. */
export function firstNotBefore(ordered: readonly DocumentPlace[], place: DocumentPlace): number {
  const at = ordered.findIndex((document) => !isBefore(document, place))
  return at < 0 ? ordered.length : at
}

function isBefore(a: DocumentPlace, b: DocumentPlace): boolean {
  const [dayA, dayB] = [a.publishedOn ?? '', b.publishedOn ?? '']
  return dayA === dayB ? a.id > b.id : dayA > dayB
}

/** All live documents of the workspace, by title. */
export function listExcerptDocuments(db: Db, scope: Scope): Promise<ExcerptDocument[]> {
  return db
    .select(EXCERPT_DOCUMENT)
    .from(documents)
    .where(and(eq(documents.workspaceId, scope.workspaceId), isNull(documents.deletedAt)))
    .orderBy(sql`lower(${documents.title})`, documents.id)
}
