import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import { excerptActors, excerpts } from '#/db/schema/excerpts.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import type { Scope } from '#/db/scope.ts'
import type { TaggedPlace } from '#/lib/codebook/radar/tagged-places.ts'

/** A document whose text can be looked through. */
export interface MentionText {
  id: string
  title: string
  language: string
  direction: 'ltr' | 'rtl'
  publishedOn: string | null
  /** Last row of its text in the log: as long as it stays, so does the text. */
  seq: number
}

/** The documents of the workspace that have a text, latest published first. Reads the log, so not as a member. */
export async function listMentionTexts(db: Db, { workspaceId }: Scope): Promise<MentionText[]> {
  const { id, title, language, direction, publishedOn } = documents
  // For each document one look at the end of its log, however long that is.
  const seq = sql<string | null>`(select max(${roomUpdates.seq}) from ${roomUpdates} where ${roomUpdates.room} = 'text/' || ${id}::text)`
  const rows = await db
    .select({ id, title, language, direction, publishedOn, seq })
    .from(documents)
    .where(and(eq(documents.workspaceId, workspaceId), isNull(documents.deletedAt)))
    .orderBy(sql`${publishedOn} desc nulls last`, desc(documents.createdAt), documents.id)
  return rows.flatMap((row) => (row.seq === null ? [] : [{ ...row, seq: Number(row.seq) }]))
}

/** Where the statements of the shared layers that name actors stand, by document, as last projected. Offsets: canonical UTF-16. */
export async function listTaggedPlaces(db: Db, { workspaceId }: Scope): Promise<Map<string, TaggedPlace[]>> {
  const rows = await db
    .select({
      documentId: excerpts.documentId,
      from: excerpts.startUtf16,
      to: excerpts.endUtf16,
      actorIds: sql<string[]>`array_agg(${excerptActors.actorId}::text)`,
    })
    .from(excerpts)
    .innerJoin(layers, and(eq(layers.id, excerpts.layerId), eq(layers.kind, 'shared')))
    .innerJoin(excerptActors, eq(excerptActors.annotationId, excerpts.annotationId))
    .where(and(eq(excerpts.workspaceId, workspaceId), eq(excerpts.state, 'anchored')))
    .groupBy(excerpts.annotationId)
  const byDocument = new Map<string, TaggedPlace[]>()
  for (const { documentId, from, to, actorIds } of rows) {
    if (from === null || to === null) continue
    const list = byDocument.get(documentId) ?? []
    list.push({ from, to, actorIds })
    byDocument.set(documentId, list)
  }
  return byDocument
}

/** The shared layer of a document. */
export async function findSharedLayer(db: Db, { workspaceId }: Scope, documentId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: layers.id })
    .from(layers)
    .where(and(eq(layers.workspaceId, workspaceId), eq(layers.documentId, documentId), eq(layers.kind, 'shared')))
  return row?.id ?? null
}
