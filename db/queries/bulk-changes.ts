import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { bulkChanges, excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { LayerChange } from '#/lib/annotation/bulk-edit.ts'
import type { Query } from '#/lib/query/query.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import { resolveQuery } from './resolve-query.ts'

/** Days a change of many tags can be taken back. */
const KEPT_DAYS = 7

/** Where an excerpt is to be changed. */
export interface ExcerptSpot {
  annotationId: string
  layerId: string
  documentId: string
}

/** Where the excerpts are that match. */
export async function findExcerptSpots(db: Db, scope: Scope, query: Query): Promise<ExcerptSpot[]> {
  const resolved = await resolveQuery(db, scope, query)
  const { annotationId, layerId, documentId } = excerpts
  return await db
    .select({ annotationId, layerId, documentId })
    .from(excerpts)
    .innerJoin(documents, eq(documents.id, documentId))
    .where(and(documentMatches(scope, resolved), excerptMatches(scope, resolved)))
    .orderBy(documentId, annotationId)
}

/** Keeps what a change did in one document; in its transaction. */
export async function insertBulkChange(
  tx: Db,
  { workspaceId, userId }: Scope,
  change: { id: string; documentId: string; what: string; changes: LayerChange[] },
): Promise<void> {
  await tx.insert(bulkChanges).values({ ...change, workspaceId, by: userId })
}

/** Forgets changes that are too old to be taken back. */
export async function forgetOldBulkChanges(db: Db, { workspaceId }: Scope): Promise<void> {
  const old = sql`now() - ${`${KEPT_DAYS} days`}::interval`
  await db.delete(bulkChanges).where(and(eq(bulkChanges.workspaceId, workspaceId), lt(bulkChanges.at, old)))
}

/** What of a person's change was not taken back yet, document by document. */
export async function findBulkChange(
  db: Db,
  { workspaceId, userId }: Scope,
  id: string,
): Promise<{ documentId: string; what: string; changes: LayerChange[] }[]> {
  const { documentId, what, changes } = bulkChanges
  return await db
    .select({ documentId, what, changes })
    .from(bulkChanges)
    .where(and(eq(bulkChanges.workspaceId, workspaceId), eq(bulkChanges.by, userId), eq(bulkChanges.id, id), isNull(bulkChanges.undoneAt)))
}

/** Marks what a change did in one document as taken back; in the transaction of that. */
export async function markBulkChangeUndone(tx: Db, { workspaceId }: Scope, id: string, documentId: string): Promise<void> {
  await tx
    .update(bulkChanges)
    .set({ undoneAt: new Date() })
    .where(and(eq(bulkChanges.workspaceId, workspaceId), eq(bulkChanges.id, id), eq(bulkChanges.documentId, documentId)))
}
