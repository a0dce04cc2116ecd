import { and, asc, eq, gt, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { users } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import type { ExcerptDocument } from '#/lib/excerpt/excerpt.ts'
import type { FactColumns } from '#/lib/excerpt/fact-columns.ts'
import { documentsInOrder, EXCERPT_DOCUMENT, firstNotBefore } from './excerpt-documents.ts'
import type { DocumentOrderPlace } from './excerpt-place.ts'
import { excerptMatches } from './match-query.ts'
import type { ResolvedQuery } from './resolve-query.ts'

export interface ExcerptRow {
  excerpt: Pick<typeof excerpts.$inferSelect, keyof typeof EXCERPT_COLUMNS>
  facts: FactColumns
  document: ExcerptDocument
  taggerName: string | null
}

/** The columns of an excerpt that are read. */
export const EXCERPT_COLUMNS = {
  annotationId: excerpts.annotationId,
  documentId: excerpts.documentId,
  layerId: excerpts.layerId,
  taggerId: excerpts.taggerId,
  createdAt: excerpts.createdAt,
  modifiedAt: excerpts.modifiedAt,
  state: excerpts.state,
  startUtf16: excerpts.startUtf16,
  endUtf16: excerpts.endUtf16,
  startPoint: excerpts.startPoint,
  endPoint: excerpts.endPoint,
  quote: excerpts.quote,
  prefix: excerpts.prefix,
  suffix: excerpts.suffix,
  contextBefore: excerpts.contextBefore,
  contextAfter: excerpts.contextAfter,
  taggedQuote: excerpts.taggedQuote,
  originalEdition: excerpts.originalEdition,
  originalStart: excerpts.originalStart,
  originalEnd: excerpts.originalEnd,
  originalStartPoint: excerpts.originalStartPoint,
  originalEndPoint: excerpts.originalEndPoint,
  originalQuote: excerpts.originalQuote,
  memo: excerpts.memo,
  importantTo: excerpts.importantTo,
}

/** Those of what its statement says about the event. */
export const FACT_COLUMNS = {
  status: excerpts.status,
  certainty: excerpts.certainty,
  eventDate: excerpts.eventDate,
  eventFrom: excerpts.eventFrom,
  eventUntil: excerpts.eventUntil,
  place: excerpts.place,
  placeLatitude: excerpts.placeLatitude,
  placeLongitude: excerpts.placeLongitude,
  placePrecision: excerpts.placePrecision,
  reportedBy: excerpts.reportedBy,
}

/** How many documents are searched first. */
const FIRST_STRETCH = 8

/**
 * The excerpts that match, document after document, each from its beginning, in batches of at most `limit` (smaller ones are normal,
 * empty ones are not given). Works along stretches of the ordered documents, so that neither a first page nor an export sorts
 * everything. How much one stretch gave says how long the next has to be; after one that gave nothing, all the rest is searched at
 * once, which an index of tags or words answers.
 */
export async function* walkDocuments(
  db: Db,
  scope: Scope,
  resolved: ResolvedQuery,
  from: DocumentOrderPlace | null,
  limit: number,
): AsyncGenerator<ExcerptRow[]> {
  const ordered = await documentsInOrder(db, scope, resolved)
  const placeOf = new Map(ordered.map(({ id }, index) => [id, index]))
  let place = from
  let at = from ? firstNotBefore(ordered, { id: from.documentId, publishedOn: from.publishedOn }) : 0
  let size = FIRST_STRETCH
  while (at < ordered.length) {
    const stretch = ordered.slice(at, at + size).map((document) => document.id)
    const batch = await readStretch(db, scope, resolved, stretch, place, limit)
    if (batch.length) yield batch
    const last = batch.at(-1)
    if (batch.length < limit || !last) {
      at += stretch.length
      size = batch.length === 0 ? ordered.length : Math.ceil((stretch.length * limit * 1.5) / batch.length)
    } else {
      at = placeOf.get(last.document.id) ?? ordered.length
      place = { sort: 'document', ...last.excerpt, publishedOn: last.document.publishedOn, start: last.excerpt.startUtf16 }
    }
  }
}

function readStretch(
  db: Db,
  scope: Scope,
  resolved: ResolvedQuery,
  documentIds: string[],
  place: DocumentOrderPlace | null,
  limit: number,
): Promise<ExcerptRow[]> {
  return db
    .select({ excerpt: EXCERPT_COLUMNS, facts: FACT_COLUMNS, document: EXCERPT_DOCUMENT, taggerName: users.name })
    .from(excerpts)
    .innerJoin(documents, eq(documents.id, excerpts.documentId))
    .innerJoin(sql`unnest(${sql.param(documentIds)}::uuid[]) with ordinality as stretch(id, n)`, sql`stretch.id = ${excerpts.documentId}`)
    .leftJoin(users, eq(users.id, excerpts.taggerId))
    .where(and(excerptMatches(scope, resolved), place ? or(ne(excerpts.documentId, place.documentId), laterInDocument(place)) : undefined))
    .orderBy(sql`stretch.n`, asc(excerpts.startUtf16), asc(excerpts.annotationId))
    .limit(limit)
}

/** Detached passages have no start and come after all others. */
export function laterInDocument({ start, annotationId }: Pick<DocumentOrderPlace, 'start' | 'annotationId'>): SQL | undefined {
  const later = gt(excerpts.annotationId, annotationId)
  if (start === null) return and(isNull(excerpts.startUtf16), later)
  return or(gt(excerpts.startUtf16, start), isNull(excerpts.startUtf16), and(eq(excerpts.startUtf16, start), later))
}
