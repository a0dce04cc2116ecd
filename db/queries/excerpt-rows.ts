import { eq, inArray } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { users } from '#/db/schema/people.ts'
import { EXCERPT_DOCUMENT } from './excerpt-documents.ts'
import { EXCERPT_COLUMNS, type ExcerptRow, FACT_COLUMNS } from './excerpt-walk.ts'

/** The rows of excerpts that are known to be seen, in the order of these ids, which may repeat; what is gone is left out. */
export async function readExcerptRows(db: Db, annotationIds: readonly string[]): Promise<ExcerptRow[]> {
  const rows = await db
    .select({ excerpt: EXCERPT_COLUMNS, facts: FACT_COLUMNS, document: EXCERPT_DOCUMENT, taggerName: users.name })
    .from(excerpts)
    .innerJoin(documents, eq(documents.id, excerpts.documentId))
    .leftJoin(users, eq(users.id, excerpts.taggerId))
    .where(inArray(excerpts.annotationId, [...new Set(annotationIds)]))
  const byId = new Map(rows.map((row) => [row.excerpt.annotationId, row]))
  return annotationIds.flatMap((id) => byId.get(id) ?? [])
}
