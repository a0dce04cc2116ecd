import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { originals } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import type { Edition } from '#/lib/document/edition.ts'

type OriginalRow = typeof originals.$inferSelect

const EDITION_COLUMNS = {
  edition: originals.edition,
  fileName: originals.fileName,
  format: originals.format,
  encoding: originals.encoding,
  byteSize: originals.byteSize,
  importedAt: originals.importedAt,
  textSha256: originals.textSha256,
  notes: originals.notes,
}

/** Editions somebody is still looking at are no part of the document yet. */
const applied = (documentId: string) => and(eq(originals.documentId, documentId), isNotNull(originals.appliedAt))

const inScope = (scope: Scope, documentId: string) => and(eq(originals.workspaceId, scope.workspaceId), applied(documentId))

/** The applied editions of a document, newest first; empty for one made without a source. */
export function listEditions(db: Db, scope: Scope, documentId: string): Promise<Edition[]> {
  return db.select(EDITION_COLUMNS).from(originals).where(inScope(scope, documentId)).orderBy(desc(originals.edition))
}

/**
 * The file of an edition, byte for byte; null when there is none.
 *
 * @param edition the latest applied one when absent
 */
export async function getOriginal(
  db: Db,
  scope: Scope,
  documentId: string,
  edition?: number,
): Promise<Pick<OriginalRow, 'fileName' | 'format' | 'bytes'> | null> {
  const rows = await db
    .select({ fileName: originals.fileName, format: originals.format, bytes: originals.bytes })
    .from(originals)
    .where(and(inScope(scope, documentId), edition === undefined ? undefined : eq(originals.edition, edition)))
    .orderBy(desc(originals.edition))
    .limit(1)
  return rows[0] ?? null
}

/** The text of an applied edition with the identity of its characters; null when there is no such edition. */
export async function getOriginalText(
  db: Db,
  scope: Scope,
  documentId: string,
  edition: number,
): Promise<Pick<OriginalRow, 'edition' | 'text' | 'runs'> | null> {
  const rows = await db
    .select({ edition: originals.edition, text: originals.text, runs: originals.runs })
    .from(originals)
    .where(and(inScope(scope, documentId), eq(originals.edition, edition)))
  return rows[0] ?? null
}

/** Which applied editions a document has, oldest first: enough to tell whether texts read earlier are still all. */
export function listOriginalHashes(db: Db, documentId: string): Promise<{ edition: number; textSha256: string }[]> {
  return db
    .select({ edition: originals.edition, textSha256: originals.textSha256 })
    .from(originals)
    .where(applied(documentId))
    .orderBy(asc(originals.edition))
}

/** The texts of the applied editions of a document with the identity of their characters, oldest first. */
export function readOriginalTexts(db: Db, documentId: string): Promise<Pick<OriginalRow, 'edition' | 'text' | 'runs'>[]> {
  return db
    .select({ edition: originals.edition, text: originals.text, runs: originals.runs })
    .from(originals)
    .where(applied(documentId))
    .orderBy(asc(originals.edition))
}

/** Keeps the identity of the characters of an edition that was imported before it was kept. Never changes one that is known. */
export async function keepOriginalRuns(db: Db, documentId: string, edition: number, runs: IdRun[]): Promise<void> {
  await db
    .update(originals)
    .set({ runs: sql`${JSON.stringify(runs)}::jsonb` })
    .where(and(eq(originals.documentId, documentId), eq(originals.edition, edition), isNull(originals.runs)))
}
