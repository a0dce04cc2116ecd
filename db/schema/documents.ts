import { sql } from 'drizzle-orm'
import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, real, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { IdRun } from '#/lib/annotation/model.ts'
import { DOCUMENT_STATUSES } from '#/lib/document/status.ts'
import { users, workspaceId } from './people.ts'
import { at, bytea } from './types.ts'
import { ownWorkspaceOnly } from './workspace-policy.ts'

/** A source: its metadata. The live text is the room `text/<id>`, the file it came from is its row in `originals`. */
export const documents = pgTable(
  'documents',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    title: text().notNull(),
    outlet: text().notNull().default(''),
    author: text().notNull().default(''),
    publishedOn: date('published_on', { mode: 'string' }),
    url: text().notNull().default(''),
    /** What sort of source: article, briefing, transcript, resolution ... free text. */
    kind: text().notNull().default(''),
    /** BCP 47, for example en, ru, ar; "und" when unknown. */
    language: text().notNull().default('und'),
    direction: text({ enum: ['ltr', 'rtl'] })
      .notNull()
      .default('ltr'),
    /** Words of the text when it was last projected. */
    wordCount: integer('word_count').notNull().default(0),
    /** Whether the text, when it was last projected, differed from that of its latest original; false without an original. */
    differs: boolean().notNull().default(false),
    /** How far the team is with it, set by hand. */
    status: text({ enum: DOCUMENT_STATUSES }).notNull().default('new'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    /** Last change of text, tags or metadata. */
    updatedAt: at('updated_at').notNull().defaultNow(),
    /** In the bin since; null for a live document. */
    deletedAt: at('deleted_at'),
    /** Who put it there. */
    deletedBy: uuid('deleted_by').references(() => users.id),
  },
  (t) => [index('documents_workspace').on(t.workspaceId, t.updatedAt), ownWorkspaceOnly(t.workspaceId)],
)

/** The document a row belongs to, and goes with. */
export const documentId = () =>
  uuid('document_id')
    .notNull()
    .references(() => documents.id, { onDelete: 'cascade' })

/** Who is asked to work through a document. */
export const documentAssignees = pgTable(
  'document_assignees',
  {
    documentId: documentId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    workspaceId: workspaceId(),
    assignedBy: uuid('assigned_by')
      .notNull()
      .references(() => users.id),
    assignedAt: at('assigned_at').notNull().defaultNow(),
    /** When they saw that they were asked; null: not yet. */
    seenAt: at('seen_at'),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.userId] }),
    index('document_assignees_user').on(t.workspaceId, t.userId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/** When a member last had a document open: what is newer is new to them. */
export const documentVisits = pgTable(
  'document_visits',
  {
    documentId: documentId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    workspaceId: workspaceId(),
    visitedAt: at('visited_at').notNull(),
    /** Share of the text they have had on the screen, 0 to 1, as far as they came. */
    readShare: real('read_share').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.userId] }), ownWorkspaceOnly(t.workspaceId)],
)

/**
 * The files a document came from, one row per edition of the source, never changed once applied. Edition 1 is the import;
 * a later one was applied to the live text as a difference (see server/usecases/apply-edition.ts).
 */
export const originals = pgTable(
  'originals',
  {
    documentId: documentId(),
    /** 1, 2, 3 ... */
    edition: integer().notNull().default(1),
    workspaceId: workspaceId(),
    fileName: text('file_name').notNull(),
    /** The format that read it: txt, md, html, docx, pdf or paste. */
    format: text().notNull(),
    /** Encoding the bytes were read with, for text formats; otherwise empty. */
    encoding: text().notNull().default(''),
    byteSize: integer('byte_size').notNull(),
    /** Hex SHA-256 of `bytes`. */
    sha256: text().notNull(),
    bytes: bytea().notNull(),
    /** The text as it was extracted, canonical form. */
    text: text().notNull(),
    /** Hex SHA-256 of `text` as UTF-8: the same words in another file are noticed. */
    textSha256: text('text_sha256').notNull(),
    /** Sentences about what the importer left out or guessed. */
    notes: jsonb().$type<string[]>().notNull().default([]),
    /** Identity in the live text of the characters of `text`, in order; null until it is known. */
    runs: jsonb().$type<IdRun[]>(),
    /** Who brought it; null for the sample's own and for imports before this was kept. */
    importedBy: uuid('imported_by').references(() => users.id),
    importedAt: at('imported_at').notNull().defaultNow(),
    /** Since when the live text holds it; null while somebody is still looking at what it would change. */
    appliedAt: at('applied_at').defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.edition] }),
    index('originals_text').on(t.workspaceId, t.textSha256),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/** A set of annotations on one document: the shared layer, or one analyst's blind layer. Content: room `layer/<id>`. */
export const layers = pgTable(
  'layers',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    documentId: documentId(),
    kind: text({ enum: ['shared', 'blind'] }).notNull(),
    /** The analyst of a blind layer; null for the shared one. */
    ownerId: uuid('owner_id').references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('layers_one_shared').on(t.documentId).where(sql`kind = 'shared'`),
    index('layers_workspace').on(t.workspaceId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/**
 * Points of a document's history that somebody named, or that an action left behind: the state of text and layers together
 * after all rows of their log up to and including `seq`. Automatic points are not kept, they are read off the log.
 */
export const versions = pgTable(
  'versions',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    documentId: documentId(),
    seq: bigint({ mode: 'number' }).notNull(),
    /** `restored` and `edition`: the last point before an earlier one was restored, or a new edition was applied. */
    kind: text({ enum: ['named', 'restored', 'edition'] }).notNull(),
    name: text().notNull().default(''),
    /** For `restored`: the point that was restored. */
    ofSeq: bigint('of_seq', { mode: 'number' }),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    index('versions_document').on(t.documentId, t.seq),
    index('versions_workspace').on(t.workspaceId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)
