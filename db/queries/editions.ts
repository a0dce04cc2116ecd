import { and, desc, eq, inArray, isNotNull, isNull, lt, max, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers, originals, versions } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import type { EditionKey } from '#/lib/edition/offered-edition.ts'
import { newId } from '#/lib/id.ts'
import type { NewOriginal } from './documents.ts'

/** An edition nobody decided about for this long is forgotten. */
const FORGOTTEN_AFTER = sql`interval '1 day'`
/** Files that one person may have offered for one document at a time; the oldest gives way. A file can be 50 MB. */
const MOST_OFFERED = 8

/** The layers of a live document, and whether this person sees their statements; null when the workspace has no such document. */
export async function findLayers(db: Db, scope: Scope, documentId: string): Promise<{ id: string; isVisible: boolean }[] | null> {
  const rows = await db
    .select({ id: layers.id, kind: layers.kind, ownerId: layers.ownerId })
    .from(documents)
    .innerJoin(layers, eq(layers.documentId, documents.id))
    .where(and(eq(documents.workspaceId, scope.workspaceId), eq(documents.id, documentId), isNull(documents.deletedAt)))
  if (rows.length === 0) return null
  return rows.map(({ id, kind, ownerId }) => ({ id, isVisible: kind === 'shared' || ownerId === scope.userId }))
}

/** Keeps a file that may become the next edition, beside others nobody decided about yet. Returns the number it is kept under. */
export async function keepPendingEdition(
  db: Db,
  scope: Scope,
  documentId: string,
  original: Omit<NewOriginal, 'edition'>,
): Promise<number> {
  const { workspaceId, userId } = scope
  return db.transaction(async (tx) => {
    await lockEditions(tx, documentId)
    await tx
      .delete(originals)
      .where(
        and(eq(originals.workspaceId, workspaceId), isNull(originals.appliedAt), lt(originals.importedAt, sql`now() - ${FORGOTTEN_AFTER}`)),
      )
    const offered = await tx
      .select({ edition: originals.edition })
      .from(originals)
      .where(and(eq(originals.documentId, documentId), eq(originals.importedBy, userId), isNull(originals.appliedAt)))
      .orderBy(desc(originals.edition))
      .offset(MOST_OFFERED - 1)
    const tooMany = offered.map((row) => row.edition)
    if (tooMany.length > 0) await tx.delete(originals).where(and(eq(originals.documentId, documentId), inArray(originals.edition, tooMany)))
    const edition = (await lastEdition(tx, documentId)) + 1
    await tx.insert(originals).values({ ...original, edition, workspaceId, documentId, importedBy: userId, runs: null, appliedAt: null })
    return edition
  })
}

/** The file that this person offered under this key; null when it was applied, dropped or replaced since, or is somebody else's. */
export async function findPendingEdition(
  db: Db,
  scope: Scope,
  documentId: string,
  key: EditionKey,
): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  const rows = await db
    .select({ fileName: originals.fileName, bytes: originals.bytes })
    .from(originals)
    .where(isPending(scope, documentId, key))
  return rows[0] ?? null
}

/**
 * Makes a pending file the next edition of the document: the live text holds it now, its characters being `runs`. Forgets
 * the others that were pending, which were compared with another text, and leaves the point of history before it behind.
 * Call inside the transaction that changes the text.
 *
 * @param seqBefore the document's last row in the log before the change
 * @returns its number; null when it was applied or dropped since, or another was applied
 */
export async function markEditionApplied(
  db: Db,
  scope: Scope,
  documentId: string,
  { key, runs, seqBefore }: { key: EditionKey; runs: IdRun[]; seqBefore: number },
): Promise<number | null> {
  const { workspaceId, userId } = scope
  await lockEditions(db, documentId)
  const others = or(ne(originals.edition, key.edition), ne(originals.sha256, key.sha256))
  await db.delete(originals).where(and(eq(originals.documentId, documentId), isNull(originals.appliedAt), others))
  const edition = (await lastEdition(db, documentId, isNotNull(originals.appliedAt))) + 1
  const rows = await db
    .update(originals)
    .set({ edition, appliedAt: new Date(), runs })
    .where(isPending(scope, documentId, key))
    .returning({ edition: originals.edition })
  if (rows.length === 0) return null
  await db.insert(versions).values({ id: newId(), workspaceId, documentId, seq: seqBefore, kind: 'edition', createdBy: userId })
  return edition
}

/** Forgets a file nobody wants as an edition. */
export async function dropPendingEdition(db: Db, scope: Scope, documentId: string, key: EditionKey): Promise<void> {
  await db.delete(originals).where(isPending(scope, documentId, key))
}

/**
 * Until the transaction ends: two files at once must not be given the same number. Not the document's row, which a projection
 * holds for as long as it takes: everybody's changes wait for the commit of an edition.
 */
async function lockEditions(tx: Db, documentId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`editions/${documentId}`}, 0))`)
}

/** The highest number an edition of the document has; 0 when there is none. */
async function lastEdition(db: Db, documentId: string, among?: SQL): Promise<number> {
  const where = and(eq(originals.documentId, documentId), among)
  const [last] = await db
    .select({ edition: max(originals.edition) })
    .from(originals)
    .where(where)
  return last?.edition ?? 0
}

function isPending({ workspaceId, userId }: Scope, documentId: string, { edition, sha256 }: EditionKey) {
  return and(
    eq(originals.workspaceId, workspaceId),
    eq(originals.documentId, documentId),
    eq(originals.edition, edition),
    eq(originals.sha256, sha256),
    eq(originals.importedBy, userId),
    isNull(originals.appliedAt),
  )
}
