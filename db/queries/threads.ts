import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { members } from '#/db/schema/people.ts'
import { comments, threadReads, threads } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { CommentAct, Thread, ThreadEntry } from '#/lib/talk/thread.ts'

/** A discussion as its row says it. */
export interface ThreadRow {
  documentId: string
  assigneeId: string | null
  isResolved: boolean
}

const ofThread = (scope: Scope, annotationId: string): SQL | undefined =>
  and(eq(threads.workspaceId, scope.workspaceId), eq(threads.annotationId, annotationId))

/** The discussions of documents that are not in the bin, those that began first first, with what this member has not seen marked. */
export async function readThreads(db: Db, scope: Scope, documentIds: readonly string[]): Promise<Thread[]> {
  const rows = await db
    .select({
      annotationId: threads.annotationId,
      documentId: threads.documentId,
      quote: threads.quote,
      assigneeId: threads.assigneeId,
      resolvedAt: threads.resolvedAt,
      entry: ENTRY,
      isNew: isNewTo(scope),
    })
    .from(threads)
    .innerJoin(documents, and(eq(documents.id, threads.documentId), isNull(documents.deletedAt)))
    .innerJoin(comments, eq(comments.annotationId, threads.annotationId))
    .leftJoin(threadReads, and(eq(threadReads.annotationId, threads.annotationId), eq(threadReads.userId, scope.userId)))
    .leftJoin(members, and(eq(members.workspaceId, scope.workspaceId), eq(members.userId, scope.userId)))
    .where(and(eq(threads.workspaceId, scope.workspaceId), inArray(threads.documentId, [...documentIds])))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  const found = new Map<string, Thread & { entries: ThreadEntry[] }>()
  for (const { entry, isNew, resolvedAt, ...thread } of rows) {
    const known = found.get(thread.annotationId) ?? { ...thread, isResolved: resolvedAt !== null, entries: [] }
    found.set(thread.annotationId, known)
    known.entries.push(asEntry(entry, isNew))
  }
  return [...found.values()]
}

const ENTRY = {
  id: comments.id,
  act: comments.act,
  by: comments.createdBy,
  at: comments.createdAt,
  text: comments.text,
  mentions: comments.mentions,
  aboutId: comments.aboutId,
  editedAt: comments.editedAt,
  deletedAt: comments.deletedAt,
}

type EntryRow = Pick<typeof comments.$inferSelect, 'id' | 'act' | 'text' | 'mentions' | 'aboutId' | 'editedAt' | 'deletedAt'> & {
  by: string
  at: Date
}

/** Deleted words stay in the database for whoever brings them back, and go to nobody. */
function asEntry({ deletedAt, at, editedAt, ...entry }: EntryRow, isNew: boolean): ThreadEntry {
  const isDeleted = deletedAt !== null
  const shown = isDeleted ? { text: '', mentions: [] } : {}
  return { ...entry, ...shown, at: at.getTime(), editedAt: editedAt?.getTime() ?? null, isDeleted, isNew }
}

/** Said by somebody else, after this member read last; of a discussion never read, after they joined. Nothing is new to who takes no part. */
export function isNewTo({ userId, role }: Scope): SQL<boolean> {
  if (!can(role, 'comment')) return sql<boolean>`false`
  return sql<boolean>`(${comments.act} = 'said' and ${comments.deletedAt} is null and ${comments.createdBy} <> ${userId}
    and ${comments.createdAt} > coalesce(${threadReads.readAt}, ${members.joinedAt}, 'infinity'))`
}

/** A discussion, its row locked until the transaction ends; null when there is none, or its document is in the bin. */
export async function lockThread(tx: Db, scope: Scope, annotationId: string): Promise<ThreadRow | null> {
  const [row] = await tx
    .select({ documentId: threads.documentId, assigneeId: threads.assigneeId, resolvedAt: threads.resolvedAt })
    .from(threads)
    .innerJoin(documents, and(eq(documents.id, threads.documentId), isNull(documents.deletedAt)))
    .where(ofThread(scope, annotationId))
    .for('update', { of: threads })
  return row ? { documentId: row.documentId, assigneeId: row.assigneeId, isResolved: row.resolvedAt !== null } : null
}

/** The words of a statement that can be discussed: one of the shared layer of a document that is not in the bin. Null otherwise. */
export async function findDiscussable(db: Db, scope: Scope, documentId: string, annotationId: string): Promise<string | null> {
  const [row] = await db
    .select({ quote: excerpts.quote })
    .from(excerpts)
    .innerJoin(layers, and(eq(layers.id, excerpts.layerId), eq(layers.kind, 'shared')))
    .innerJoin(documents, and(eq(documents.id, excerpts.documentId), isNull(documents.deletedAt)))
    .where(and(eq(excerpts.workspaceId, scope.workspaceId), eq(excerpts.documentId, documentId), eq(excerpts.annotationId, annotationId)))
  return row?.quote ?? null
}

/** Longest memory of a statement's words, UTF-16 units. */
const QUOTE_KEPT = 512

/** Begins a discussion, unless somebody just did. */
export async function beginThread(
  tx: Db,
  { workspaceId }: Scope,
  thread: { annotationId: string; documentId: string; quote: string },
): Promise<void> {
  await tx
    .insert(threads)
    .values({ ...thread, workspaceId, quote: thread.quote.slice(0, QUOTE_KEPT) })
    .onConflictDoNothing()
}

export interface NewComment {
  id: string
  annotationId: string
  act: CommentAct
  text?: string
  mentions?: string[]
  aboutId?: string | null
  /** Default: now. */
  at?: Date
}

/** Adds an entry in the member's name; false when there is one of that id. */
export async function insertComment(tx: Db, { workspaceId, userId }: Scope, { at, ...comment }: NewComment): Promise<boolean> {
  const rows = await tx
    .insert(comments)
    // the clock of the database, not of the transaction's beginning: who waited for the lock spoke later
    .values({ text: '', ...comment, workspaceId, createdBy: userId, createdAt: at ?? sql`clock_timestamp()` })
    .onConflictDoNothing()
    .returning({ id: comments.id })
  return rows.length > 0
}

/** A message with where it stands, its row locked until the transaction ends; null when there is none, or its document is in the bin. */
export async function lockComment(
  tx: Db,
  scope: Scope,
  id: string,
): Promise<{ annotationId: string; documentId: string; by: string; text: string; isDeleted: boolean; deletedBy: string | null } | null> {
  const [row] = await tx
    .select({
      annotationId: comments.annotationId,
      documentId: threads.documentId,
      by: comments.createdBy,
      text: comments.text,
      deletedAt: comments.deletedAt,
      deletedBy: comments.deletedBy,
    })
    .from(comments)
    .innerJoin(threads, eq(threads.annotationId, comments.annotationId))
    .innerJoin(documents, and(eq(documents.id, threads.documentId), isNull(documents.deletedAt)))
    .where(and(eq(comments.workspaceId, scope.workspaceId), eq(comments.id, id), eq(comments.act, 'said')))
    .for('update', { of: comments })
  if (!row) return null
  const { deletedAt, ...comment } = row
  return { ...comment, isDeleted: deletedAt !== null }
}

export async function setCommentText(
  tx: Db,
  scope: Scope,
  id: string,
  { text, mentions }: { text: string; mentions: string[] },
): Promise<void> {
  await tx
    .update(comments)
    .set({ text, mentions, editedAt: sql`clock_timestamp()` })
    .where(and(eq(comments.workspaceId, scope.workspaceId), eq(comments.id, id)))
}

export async function setCommentDeleted(tx: Db, scope: Scope, id: string, isDeleted: boolean): Promise<void> {
  await tx
    .update(comments)
    .set(isDeleted ? { deletedAt: sql`now()`, deletedBy: scope.userId } : { deletedAt: null, deletedBy: null })
    .where(and(eq(comments.workspaceId, scope.workspaceId), eq(comments.id, id)))
}

export async function setThreadResolved(tx: Db, scope: Scope, annotationId: string, isResolved: boolean): Promise<void> {
  await tx
    .update(threads)
    .set(isResolved ? { resolvedBy: scope.userId, resolvedAt: sql`now()` } : { resolvedBy: null, resolvedAt: null })
    .where(ofThread(scope, annotationId))
}

export async function setThreadAssignee(tx: Db, scope: Scope, annotationId: string, assigneeId: string | null): Promise<void> {
  await tx.update(threads).set({ assigneeId }).where(ofThread(scope, annotationId))
}

/** Notes that this member has seen a discussion up to one of its entries, never less than before; false when there is no such entry. */
export async function markThreadRead(db: Db, scope: Scope, annotationId: string, upTo: string): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    insert into ${threadReads} (annotation_id, user_id, workspace_id, read_at)
    select ${comments.annotationId}, ${scope.userId}, ${scope.workspaceId}, ${comments.createdAt} from ${comments}
    where ${comments.workspaceId} = ${scope.workspaceId} and ${comments.annotationId} = ${annotationId} and ${comments.id} = ${upTo}
    on conflict (annotation_id, user_id) do update set read_at = greatest(${threadReads.readAt}, excluded.read_at)`)
  return (rowCount ?? 0) > 0
}
