import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { COMMENT_ACTS } from '#/lib/talk/thread.ts'
import { documentId } from './documents.ts'
import { users, workspaceId } from './people.ts'
import { at } from './types.ts'
import { ownWorkspaceOnly } from './workspace-policy.ts'

/** The discussion of an annotation. Its annotation lives in a layer: the row may be older than the excerpt. */
export const threads = pgTable(
  'threads',
  {
    annotationId: uuid('annotation_id').primaryKey(),
    workspaceId: workspaceId(),
    documentId: documentId(),
    /** The words of the statement when the discussion began, so that it can be told when the statement is gone. */
    quote: text().notNull().default(''),
    /** Who is asked to settle it. */
    assigneeId: uuid('assignee_id').references(() => users.id),
    resolvedBy: uuid('resolved_by').references(() => users.id),
    resolvedAt: at('resolved_at'),
  },
  (t) => [index('threads_document').on(t.workspaceId, t.documentId), ownWorkspaceOnly(t.workspaceId)],
)

/** A message in the discussion of an annotation, or something that was done to the discussion: its history. */
export const comments = pgTable(
  'comments',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    annotationId: uuid('annotation_id')
      .notNull()
      .references(() => threads.annotationId, { onDelete: 'cascade' }),
    act: text({ enum: COMMENT_ACTS }).notNull().default('said'),
    /** Of `assigned`: to whom; null: to nobody any more. */
    aboutId: uuid('about_id').references(() => users.id),
    /** Empty unless something was said. */
    text: text().notNull(),
    /** Members named in it with @. */
    mentions: jsonb().$type<string[]>().notNull().default([]),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    editedAt: at('edited_at'),
    deletedAt: at('deleted_at'),
    /** Who deleted it: only they, or who may delete others' words, bring it back. */
    deletedBy: uuid('deleted_by').references(() => users.id),
  },
  (t) => [
    index('comments_thread').on(t.annotationId, t.createdAt),
    index('comments_workspace').on(t.workspaceId, t.createdAt),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/** How far a member has read a discussion. */
export const threadReads = pgTable(
  'thread_reads',
  {
    annotationId: uuid('annotation_id')
      .notNull()
      .references(() => threads.annotationId, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    workspaceId: workspaceId(),
    readAt: at('read_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.annotationId, t.userId] }), ownWorkspaceOnly(t.workspaceId)],
)

/** An analyst's free note on a document, an actor, a theme or the workspace. Memos on statements live in the layer. */
export const memos = pgTable(
  'memos',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    subject: text({ enum: ['workspace', 'document', 'actor', 'theme'] }).notNull(),
    /** The document, actor or theme; the workspace itself for `workspace`. */
    subjectId: uuid('subject_id').notNull(),
    text: text().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id),
    updatedAt: at('updated_at').notNull().defaultNow(),
    deletedAt: at('deleted_at'),
    /** Who deleted it: only they, or who may delete others' words, bring it back. */
    deletedBy: uuid('deleted_by').references(() => users.id),
  },
  (t) => [index('memos_subject').on(t.workspaceId, t.subject, t.subjectId).where(sql`deleted_at is null`), ownWorkspaceOnly(t.workspaceId)],
)
