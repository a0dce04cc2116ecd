import { sql } from 'drizzle-orm'
import { bigint, date, doublePrecision, index, integer, jsonb, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core'
import type { LayerChange } from '#/lib/annotation/bulk-edit.ts'
import { CERTAINTIES, PLACE_PRECISIONS, type Reporter, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { documentId, documents, layers } from './documents.ts'
import { users, workspaceId, workspaces } from './people.ts'
import { searchLanguage, wordsOf } from './search-language.ts'
import { at, tsvector, xid8 } from './types.ts'
import { ownWorkspaceOnly } from './workspace-policy.ts'

/** Annotations resolved to words: a projection of (text, layer), rebuilt at will. Never edited by hand. */
export const excerpts = pgTable(
  'excerpts',
  {
    annotationId: uuid('annotation_id').primaryKey(),
    /** A small number of its own, by which sets of excerpts are handed on (see facet-index.ts). */
    ordinal: integer().notNull().generatedByDefaultAsIdentity(),
    workspaceId: workspaceId(),
    documentId: documentId(),
    layerId: uuid('layer_id')
      .notNull()
      .references(() => layers.id, { onDelete: 'cascade' }),
    taggerId: uuid('tagger_id').notNull(),
    createdAt: at('created_at').notNull(),
    modifiedAt: at('modified_at').notNull(),
    state: text({ enum: ['anchored', 'orphan'] }).notNull(),
    /** UTF-16 units into the canonical text, end exclusive; both null for an orphan. */
    startUtf16: integer('start_utf16'),
    endUtf16: integer('end_utf16'),
    /** The same in Unicode code points. */
    startPoint: integer('start_point'),
    endPoint: integer('end_point'),
    /** The words now; for an orphan the last words. */
    quote: text().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
    /** Words around the quote for people to read, within its paragraph (see lib/excerpt/context.ts); empty for an orphan. */
    contextBefore: text('context_before').notNull().default(''),
    contextAfter: text('context_after').notNull().default(''),
    /** The words when the passage was tagged (at most 512 UTF-16 units). */
    taggedQuote: text('tagged_quote').notNull(),
    /**
     * The newest edition of the source that has characters of the passage, and the first and last of them in its text: UTF-16
     * units, then Unicode code points, end exclusive. All null when none came with any.
     */
    originalEdition: integer('original_edition'),
    originalStart: integer('original_start'),
    originalEnd: integer('original_end'),
    originalStartPoint: integer('original_start_point'),
    originalEndPoint: integer('original_end_point'),
    /** The words of the original between them. */
    originalQuote: text('original_quote'),
    /** Share of the tagged characters still alive, 0 to 1. */
    survival: real().notNull(),
    memo: text().notNull().default(''),
    /** Facts about the event (see lib/annotation/facts.ts); null: not said. */
    status: text({ enum: STATUSES }),
    certainty: text({ enum: CERTAINTIES }),
    /** EDTF (ISO 8601-2) as written, and the first and last day it can mean. */
    eventDate: text('event_date'),
    eventFrom: date('event_from', { mode: 'string' }),
    eventUntil: date('event_until', { mode: 'string' }),
    place: text(),
    /** Degrees, WGS 84. */
    placeLatitude: doublePrecision('place_latitude'),
    placeLongitude: doublePrecision('place_longitude'),
    placePrecision: text('place_precision', { enum: PLACE_PRECISIONS }),
    /** Who reports whom, from who tells us to who saw it. */
    reportedBy: jsonb('reported_by').$type<Reporter[]>(),
    /** Who marked it as important; people are not looked up, as with taggers. */
    importantTo: uuid('important_to').array().notNull().default(sql`'{}'`),
    /** Folded quote and memo, for substring search in any language (see lib/excerpt/fold.ts). */
    search: text().notNull(),
    /** Where the sentences and the paragraphs it stands in begin and end, UTF-16 units into the canonical text; null for an orphan. */
    sentenceStart: integer('sentence_start'),
    sentenceEnd: integer('sentence_end'),
    paragraphStart: integer('paragraph_start'),
    paragraphEnd: integer('paragraph_end'),
    searchLanguage: searchLanguage(),
    /** The quote for full-text search. */
    quoteWords: tsvector('quote_words').generatedAlwaysAs(wordsOf('quote')),
  },
  (t) => [
    index('excerpts_document').on(t.workspaceId, t.documentId, t.startUtf16, t.annotationId),
    // For what stands in one sentence with something.
    index('excerpts_sentences').on(t.workspaceId, t.documentId, t.sentenceStart, t.sentenceEnd),
    index('excerpts_recent').on(t.workspaceId, t.createdAt, t.annotationId),
    index('excerpts_tagger').on(t.workspaceId, t.taggerId),
    index('excerpts_layer').on(t.layerId),
    index('excerpts_orphans').on(t.workspaceId, t.documentId).where(sql`state = 'orphan'`),
    index('excerpts_important').on(t.workspaceId, t.documentId).where(sql`important_to <> '{}'`),
    index('excerpts_search').using('gin', t.search.op('gin_trgm_ops')),
    index('excerpts_quote_words').using('gin', t.quoteWords),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

export const excerptActors = pgTable(
  'excerpt_actors',
  {
    annotationId: uuid('annotation_id')
      .notNull()
      .references(() => excerpts.annotationId, { onDelete: 'cascade' }),
    workspaceId: uuid('workspace_id').notNull(),
    actorId: uuid('actor_id').notNull(),
    role: text({ enum: ROLES_IN_STATEMENT }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.annotationId, t.actorId, t.role] }),
    index('excerpt_actors_actor').on(t.workspaceId, t.actorId, t.role, t.annotationId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

export const excerptThemes = pgTable(
  'excerpt_themes',
  {
    annotationId: uuid('annotation_id')
      .notNull()
      .references(() => excerpts.annotationId, { onDelete: 'cascade' }),
    workspaceId: uuid('workspace_id').notNull(),
    themeId: uuid('theme_id').notNull(),
    stance: text({ enum: STANCES }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.annotationId, t.themeId] }),
    index('excerpt_themes_theme').on(t.workspaceId, t.themeId, t.stance, t.annotationId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/**
 * The text of a document as last projected, in parts that stay the same while others are edited (see lib/text/stable-parts.ts), for
 * full-text search: PostgreSQL keeps the words of a megabyte of text at most in one place.
 */
export const documentTexts = pgTable(
  'document_texts',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    /** Hex MD5 of `text`. */
    digest: text().notNull(),
    workspaceId: workspaceId(),
    text: text().notNull(),
    searchLanguage: searchLanguage(),
    words: tsvector('words').generatedAlwaysAs(wordsOf('text')),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.digest] }),
    index('document_texts_words').using('gin', t.words),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/** How far the log of a document's rooms has been projected: the highest `room_updates.seq` seen of its text and layers. */
export const projections = pgTable(
  'projections',
  {
    documentId: uuid('document_id')
      .primaryKey()
      .references(() => documents.id, { onDelete: 'cascade' }),
    workspaceId: workspaceId(),
    seq: bigint({ mode: 'number' }).notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [ownWorkspaceOnly(t.workspaceId)],
)

/**
 * The transaction that last changed anything excerpts of a document are counted by. Written by triggers of the tables themselves, so
 * that no change escapes, whoever makes it.
 */
export const excerptStamps = pgTable(
  'excerpt_stamps',
  {
    documentId: uuid('document_id')
      .primaryKey()
      .references(() => documents.id, { onDelete: 'cascade' }),
    workspaceId: workspaceId(),
    xact: xid8().notNull(),
  },
  (t) => [index('excerpt_stamps_recent').on(t.workspaceId, t.xact), ownWorkspaceOnly(t.workspaceId)],
)

/** The transaction that last deleted documents of a workspace for good: their stamps went with them. Written by a trigger too. */
export const documentDepartures = pgTable(
  'document_departures',
  {
    workspaceId: uuid('workspace_id')
      .primaryKey()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    xact: xid8().notNull(),
  },
  (t) => [ownWorkspaceOnly(t.workspaceId)],
)

/**
 * What changes of tags of many excerpts at once did, one row per document, committed with the change itself: to take them back.
 * Kept for some days.
 */
export const bulkChanges = pgTable(
  'bulk_changes',
  {
    /** The same in all documents of one change. */
    id: uuid().notNull(),
    documentId: documentId(),
    workspaceId: workspaceId(),
    /** Who did it: nobody else takes it back. */
    by: uuid('by')
      .notNull()
      .references(() => users.id),
    at: at('at').notNull().defaultNow(),
    /** What was done, in words. */
    what: text().notNull(),
    /** Entries of layers before and after, see lib/annotation/bulk-edit.ts. */
    changes: jsonb().$type<LayerChange[]>().notNull(),
    undoneAt: at('undone_at'),
  },
  (t) => [primaryKey({ columns: [t.id, t.documentId] }), index('bulk_changes_at').on(t.workspaceId, t.at), ownWorkspaceOnly(t.workspaceId)],
)
