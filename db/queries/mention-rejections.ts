import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors, mentionRejections } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import type { MentionRejection } from '#/lib/codebook/radar/rejections.ts'
import { readMerged } from './codebook.ts'

/**
 * The rejections of the workspace, oldest first, those of merged actors as of the actor that stands for them now.
 * @param documentId only those that count in this document; null: all
 */
export async function listRejections(db: Db, scope: Scope, documentId: string | null): Promise<MentionRejection[]> {
  const { id, actorId, words, runs } = mentionRejections
  const rows = await db
    .select({ id, actorId, words, documentId: mentionRejections.documentId, runs })
    .from(mentionRejections)
    .where(
      and(
        eq(mentionRejections.workspaceId, scope.workspaceId),
        documentId === null ? undefined : or(isNull(mentionRejections.documentId), eq(mentionRejections.documentId, documentId)),
      ),
    )
    .orderBy(asc(mentionRejections.at), asc(id))
  const merged = rows.length > 0 ? await readMerged(db, scope) : {}
  return rows.map((row) => ({ ...row, actorId: merged[row.actorId] ?? row.actorId }))
}

/** Which of these actors and documents the workspace has; of documents those that are not in the bin. */
export async function findMentioned(
  db: Db,
  { workspaceId }: Scope,
  { actorIds, documentIds }: { actorIds: readonly string[]; documentIds: readonly string[] },
): Promise<{ actors: Set<string>; documents: Set<string> }> {
  const live = await db
    .select({ id: actors.id })
    .from(actors)
    .where(and(eq(actors.workspaceId, workspaceId), inArray(actors.id, [...actorIds]), isNull(actors.deletedAt)))
  const there = await db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.workspaceId, workspaceId), inArray(documents.id, [...documentIds]), isNull(documents.deletedAt)))
  return { actors: new Set(live.map(({ id }) => id)), documents: new Set(there.map(({ id }) => id)) }
}

/** Keeps rejections; one that is kept already stays as it is. */
export async function insertRejections(db: Db, { workspaceId, userId }: Scope, rejections: readonly MentionRejection[]): Promise<void> {
  if (rejections.length === 0) return
  const rows = rejections.map(({ runs, ...rejection }) => ({ ...rejection, runs: runs && [...runs], workspaceId, createdBy: userId }))
  await db.insert(mentionRejections).values(rows).onConflictDoNothing()
}

/** Forgets rejections; how many there were. */
export async function deleteRejections(db: Db, { workspaceId }: Scope, ids: readonly string[]): Promise<number> {
  const rows = await db
    .delete(mentionRejections)
    .where(and(eq(mentionRejections.workspaceId, workspaceId), inArray(mentionRejections.id, [...ids])))
    .returning({ id: mentionRejections.id })
  return rows.length
}
