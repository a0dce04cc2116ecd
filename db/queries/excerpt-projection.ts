import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import { excerptActors, excerpts, excerptThemes, projections } from '#/db/schema/excerpts.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import type { FactColumns } from '#/lib/excerpt/fact-columns.ts'
import type { ExcerptPassage } from '#/lib/excerpt/passage.ts'
import { readMerged } from './codebook.ts'
import { writeDocumentText } from './document-texts.ts'
import { searchLanguageOfDocument } from './search-language.ts'

/** Rows that go to the database as one piece of JSON. */
const ROWS_PER_STATEMENT = 1000

/** A row of `excerpts` with its tags, as the projection makes it. Times in ms since 1970. */
export interface ProjectedRow extends ExcerptPassage, FactColumns {
  annotationId: string
  layerId: string
  taggerId: string
  createdAt: number
  modifiedAt: number
  contextBefore: string
  contextAfter: string
  /** 0 to 1, four decimals. */
  survival: number
  importantTo: string[]
  search: string
  /** Null for an orphan, see lib/excerpt/units.ts. */
  sentenceStart: number | null
  sentenceEnd: number | null
  paragraphStart: number | null
  paragraphEnd: number | null
  /** By actor, then role. */
  actors: { actorId: string; role: ActorRole }[]
  /** By theme. */
  themes: { themeId: string; stance: Stance }[]
}

export interface ProjectionTarget {
  workspaceId: string
  layerIds: string[]
}

/** What is to be projected of a document; null when there is none. */
export async function findProjectionTarget(db: Db, documentId: string): Promise<ProjectionTarget | null> {
  const [document] = await db.select({ workspaceId: documents.workspaceId }).from(documents).where(eq(documents.id, documentId))
  if (!document) return null
  const rows = await db.select({ id: layers.id }).from(layers).where(eq(layers.documentId, documentId))
  return { workspaceId: document.workspaceId, layerIds: rows.map((row) => row.id) }
}

/** Reading and writing the merges of a workspace: projections share it, what changes them has it alone. */
const mergesOf = (workspaceId: string) => sql`hashtextextended(${`merges/${workspaceId}`}, 0)`

/**
 * The merges of a workspace, which stay as they are until the transaction ends: nobody can merge and mark documents between
 * what a projection read and what it writes. Take it before {@link lockProjection}.
 */
export async function holdMerges(tx: Db, workspaceId: string): Promise<Merged> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${mergesOf(workspaceId)})`)
  return await readMerged(tx, { workspaceId })
}

/**
 * Marks the documents with a statement that is tagged with one of these entries, or reported by it, so that they are
 * projected again. Call it in the transaction that merges entries, or undoes that, with all entries of it, after they were
 * changed; after the commit, hand the ids to `projectAgain` of the collaboration server. A crash between the two is made
 * good when the server starts.
 * @param entryIds what was merged and what it was merged into
 * @returns the ids of the documents
 */
export async function markTaggedDocuments(
  tx: Db,
  { workspaceId }: Pick<Scope, 'workspaceId'>,
  entryIds: readonly string[],
): Promise<string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(${mergesOf(workspaceId)})`)
  const ids = sql`${sql.param([...entryIds])}::uuid[]`
  const { rows } = await tx.execute<{ id: string }>(sql`
    update projections set seq = 0
    where workspace_id = ${workspaceId} and document_id in (
      select document_id from excerpts where annotation_id in (
        select annotation_id from excerpt_actors where workspace_id = ${workspaceId} and actor_id = any(${ids})
        union all select annotation_id from excerpt_themes where workspace_id = ${workspaceId} and theme_id = any(${ids}))
      union all
      select document_id from excerpts, jsonb_array_elements(reported_by) link
      where workspace_id = ${workspaceId} and reported_by is not null and (link->>'actor')::uuid = any(${ids}))
    returning document_id as id`)
  return rows.map((row) => row.id)
}

/** Documents with something in their rooms' log that was not projected yet. */
export async function findDocumentsBehind(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select d.id from documents d left join projections p on p.document_id = d.id
    where exists (select from room_updates u where u.room = 'text/' || d.id and u.seq > coalesce(p.seq, 0))
       or exists (select from layers l join room_updates u on u.room = 'layer/' || l.id
                  where l.document_id = d.id and u.seq > coalesce(p.seq, 0))`)
  return rows.map((row) => row.id)
}

/**
 * How far a document is projected (0: never) and whether it is marked, with its row locked until the transaction ends: one
 * projection at a time. A lock that rows which refer to the document do not wait for: some are written while all commits wait.
 */
export async function lockProjection(tx: Db, documentId: string): Promise<{ seq: number; differs: boolean } | null> {
  const [document] = await tx
    .select({ differs: documents.differs })
    .from(documents)
    .where(eq(documents.id, documentId))
    .for('no key update')
  if (!document) return null
  const [row] = await tx.select({ seq: projections.seq }).from(projections).where(eq(projections.documentId, documentId))
  return { seq: row?.seq ?? 0, differs: document.differs }
}

/** The projected rows of a document as they are now. */
export async function readProjectedRows(db: Db, documentId: string): Promise<ProjectedRow[]> {
  const rows = await db.select().from(excerpts).where(eq(excerpts.documentId, documentId))
  const ofDocument = db.select({ id: excerpts.annotationId }).from(excerpts).where(eq(excerpts.documentId, documentId))
  const actors = await db.select().from(excerptActors).where(inArray(excerptActors.annotationId, ofDocument))
  const themes = await db.select().from(excerptThemes).where(inArray(excerptThemes.annotationId, ofDocument))
  const actorsOf = Map.groupBy(actors, (row) => row.annotationId)
  const themesOf = Map.groupBy(themes, (row) => row.annotationId)
  return rows.map(
    ({ ordinal: _, workspaceId: __, documentId: ___, searchLanguage: ____, quoteWords: _____, createdAt, modifiedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.getTime(),
      modifiedAt: modifiedAt.getTime(),
      actors: (actorsOf.get(row.annotationId) ?? []).map(({ actorId, role }) => ({ actorId, role })),
      themes: (themesOf.get(row.annotationId) ?? []).map(({ themeId, stance }) => ({ themeId, stance })),
    }),
  )
}

export interface ProjectionChange {
  documentId: string
  workspaceId: string
  /** Highest sequence number of the log that is in it. */
  seq: number
  /** The canonical text. */
  text: string
  wordCount: number
  /** Whether the text is another than that of the latest original. */
  differs: boolean
  /** New rows and rows that differ. */
  written: ProjectedRow[]
  /** Annotation ids whose rows go. */
  removed: string[]
}

/**
 * Writes the difference between two projections and how far the log is projected. Call inside the transaction that took
 * the lock. An annotation id that another layer used first keeps its row: ids come from clients and must not reach into
 * other documents.
 */
export async function writeProjection(tx: Db, change: ProjectionChange): Promise<void> {
  const { documentId, workspaceId, seq, text, wordCount, differs, written, removed } = change
  if (removed.length > 0) await tx.delete(excerpts).where(inArray(excerpts.annotationId, removed))
  for (let at = 0; at < written.length; at += ROWS_PER_STATEMENT)
    await writeRows(tx, workspaceId, documentId, written.slice(at, at + ROWS_PER_STATEMENT))
  await writeDocumentText(tx, workspaceId, documentId, text)
  const at = tx.select({ at: roomUpdates.at }).from(roomUpdates).where(eq(roomUpdates.seq, seq))
  await tx
    .update(documents)
    .set({ wordCount, differs, updatedAt: sql`greatest(${documents.updatedAt}, (${at}))` })
    .where(eq(documents.id, documentId))
  await tx
    .insert(projections)
    .values({ documentId, workspaceId, seq })
    .onConflictDoUpdate({ target: projections.documentId, set: { seq, at: sql`now()` } })
}

/**
 * One JSON parameter per statement: thousands of rows as thousands of parameters would cost more than the work itself. Only rows that are
 * new take an ordinal: left to its default, every write of a row would use one up.
 */
async function writeRows(tx: Db, workspaceId: string, documentId: string, rows: ProjectedRow[]): Promise<void> {
  const json = JSON.stringify(
    rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString(), modifiedAt: new Date(row.modifiedAt).toISOString() })),
  )
  await tx.execute(sql`
    insert into excerpts (annotation_id, workspace_id, document_id, layer_id, tagger_id, created_at, modified_at, state,
      start_utf16, end_utf16, start_point, end_point, quote, prefix, suffix, context_before, context_after, tagged_quote,
      original_edition, original_start, original_end, original_start_point, original_end_point, original_quote, survival, memo, status, certainty,
      event_date, event_from, event_until, place, place_latitude, place_longitude, place_precision, reported_by, important_to, search,
      sentence_start, sentence_end, paragraph_start, paragraph_end, search_language, ordinal)
    select x."annotationId", ${workspaceId}::uuid, ${documentId}::uuid, x."layerId", x."taggerId", x."createdAt", x."modifiedAt",
      x.state, x."startUtf16", x."endUtf16", x."startPoint", x."endPoint", x.quote, x.prefix, x.suffix, x."contextBefore",
      x."contextAfter", x."taggedQuote", x."originalEdition", x."originalStart", x."originalEnd", x."originalStartPoint",
      x."originalEndPoint", x."originalQuote", x.survival, x.memo, x.status, x.certainty, x."eventDate", x."eventFrom", x."eventUntil",
      x.place, x."placeLatitude", x."placeLongitude", x."placePrecision", x."reportedBy", x."importantTo", x.search,
      x."sentenceStart", x."sentenceEnd", x."paragraphStart", x."paragraphEnd", ${searchLanguageOfDocument(documentId)},
      coalesce(known.ordinal, nextval('excerpts_ordinal_seq'))
    from json_to_recordset(${json}::json) as x("annotationId" uuid, "layerId" uuid, "taggerId" uuid, "createdAt" timestamptz,
      "modifiedAt" timestamptz, state text, "startUtf16" int, "endUtf16" int, "startPoint" int, "endPoint" int, quote text,
      prefix text, suffix text, "contextBefore" text, "contextAfter" text, "taggedQuote" text, "originalEdition" int,
      "originalStart" int, "originalEnd" int, "originalStartPoint" int, "originalEndPoint" int, "originalQuote" text, survival real, memo text,
      status text, certainty text, "eventDate" text, "eventFrom" date, "eventUntil" date, place text, "placeLatitude" float8,
      "placeLongitude" float8, "placePrecision" text, "reportedBy" jsonb, "importantTo" uuid[], search text,
      "sentenceStart" int, "sentenceEnd" int, "paragraphStart" int, "paragraphEnd" int)
      left join excerpts known on known.annotation_id = x."annotationId"
    on conflict (annotation_id) do update set tagger_id = excluded.tagger_id, created_at = excluded.created_at,
      modified_at = excluded.modified_at, state = excluded.state, start_utf16 = excluded.start_utf16,
      end_utf16 = excluded.end_utf16, start_point = excluded.start_point, end_point = excluded.end_point,
      quote = ${lastWords('quote')}, prefix = ${lastWords('prefix')}, suffix = ${lastWords('suffix')},
      context_before = excluded.context_before,
      context_after = excluded.context_after, tagged_quote = excluded.tagged_quote, original_edition = excluded.original_edition,
      original_start = excluded.original_start, original_end = excluded.original_end,
      original_start_point = excluded.original_start_point, original_end_point = excluded.original_end_point,
      original_quote = excluded.original_quote, survival = excluded.survival,
      memo = excluded.memo, status = excluded.status, certainty = excluded.certainty, event_date = excluded.event_date,
      event_from = excluded.event_from, event_until = excluded.event_until, place = excluded.place,
      place_latitude = excluded.place_latitude, place_longitude = excluded.place_longitude,
      place_precision = excluded.place_precision, reported_by = excluded.reported_by, important_to = excluded.important_to,
      sentence_start = excluded.sentence_start, sentence_end = excluded.sentence_end,
      paragraph_start = excluded.paragraph_start, paragraph_end = excluded.paragraph_end, search_language = excluded.search_language,
      search = case when excluded.state = 'orphan' and excerpts.memo = excluded.memo then excerpts.search else excluded.search end
    where excerpts.layer_id = excluded.layer_id`)
  const ids = sql`(select x."annotationId" from json_to_recordset(${json}::json) as x("annotationId" uuid))`
  await tx.execute(sql`delete from excerpt_actors where annotation_id in ${ids} and annotation_id in ${ofDocument(documentId)}`)
  await tx.execute(sql`delete from excerpt_themes where annotation_id in ${ids} and annotation_id in ${ofDocument(documentId)}`)
  await tx.execute(sql`
    insert into excerpt_actors (annotation_id, workspace_id, actor_id, role)
    select e.annotation_id, e.workspace_id, t."actorId", t.role
    from json_to_recordset(${json}::json) as x("annotationId" uuid, "layerId" uuid, actors json)
      join excerpts e on e.annotation_id = x."annotationId" and e.layer_id = x."layerId"
      cross join lateral json_to_recordset(x.actors) as t("actorId" uuid, role text)`)
  await tx.execute(sql`
    insert into excerpt_themes (annotation_id, workspace_id, theme_id, stance)
    select e.annotation_id, e.workspace_id, t."themeId", t.stance
    from json_to_recordset(${json}::json) as x("annotationId" uuid, "layerId" uuid, themes json)
      join excerpts e on e.annotation_id = x."annotationId" and e.layer_id = x."layerId"
      cross join lateral json_to_recordset(x.themes) as t("themeId" uuid, stance text)`)
}

/** A detached passage keeps the words it had last; the projection itself only knows those that were tagged. */
function lastWords(column: 'quote' | 'prefix' | 'suffix') {
  const name = sql.identifier(column)
  return sql`case when excluded.state = 'orphan' then excerpts.${name} else excluded.${name} end`
}

function ofDocument(documentId: string) {
  return sql`(select annotation_id from excerpts where document_id = ${documentId}::uuid)`
}
