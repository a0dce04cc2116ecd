import { and, asc, eq, inArray, isNotNull, lte, or, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import { documents, layers, originals } from '#/db/schema/documents.ts'
import { users } from '#/db/schema/people.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import { mintScope } from '#/db/scope.ts'
import { isId } from '#/lib/id.ts'
import { type DocumentMeta, insertDocument } from './documents.ts'
import type { HistoryRooms } from './room-history.ts'

/** A document of any workspace, for whoever runs the installation. */
export interface AnyDocument extends DocumentMeta {
  id: string
  workspaceId: string
  createdBy: string
  deletedAt: Date | null
}

/** Documents with this id or exactly this title, in all workspaces and the bin. */
export async function findAnyDocuments(db: Db, idOrTitle: string): Promise<AnyDocument[]> {
  const { id, title, outlet, author, publishedOn, url, kind, language, direction, workspaceId, createdBy, deletedAt } = documents
  return db
    .select({ id, title, outlet, author, publishedOn, url, kind, language, direction, workspaceId, createdBy, deletedAt })
    .from(documents)
    .where(isId(idOrTitle) ? or(eq(id, idOrTitle), eq(title, idOrTitle)) : eq(title, idOrTitle))
    .orderBy(asc(documents.createdAt))
    .limit(20)
}

/** Rooms of a document that everybody in the workspace may read: nobody's blind layer. */
export async function findOpenRooms(db: Db, documentId: string): Promise<HistoryRooms> {
  const shared = await db
    .select({ id: layers.id })
    .from(layers)
    .where(and(eq(layers.documentId, documentId), eq(layers.kind, 'shared')))
  return { documentId, text: `text/${documentId}`, layers: shared.map(({ id }) => `layer/${id}`) }
}

/** The last row that some rooms had at a moment; null before their first. */
export async function findSeqAt(db: Db, { text, layers }: HistoryRooms, at: Date): Promise<{ seq: number; at: Date } | null> {
  const [row] = await db
    .select({ seq: roomUpdates.seq, at: roomUpdates.at })
    .from(roomUpdates)
    .where(and(inArray(roomUpdates.room, [text, ...layers]), lte(roomUpdates.at, at)))
    .orderBy(sql`${roomUpdates.seq} desc`)
    .limit(1)
  return row ?? null
}

/** What actors, themes and people of a workspace are called, by id; also those that were deleted since. */
export async function readNames(db: Db, workspaceId: string): Promise<Map<string, string>> {
  const named = [
    ...(await db.select({ id: actors.id, name: actors.name }).from(actors).where(eq(actors.workspaceId, workspaceId))),
    ...(await db.select({ id: themes.id, name: themes.name }).from(themes).where(eq(themes.workspaceId, workspaceId))),
    ...(await db.select({ id: users.id, name: users.name }).from(users)),
  ]
  return new Map(named.map(({ id, name }) => [id, name]))
}

/** Makes a document beside another one, with its metadata and the originals that it had at a moment. Seed its rooms in the same transaction. */
export async function insertDocumentBeside(
  tx: Db,
  { id: oldId, workspaceId, createdBy, deletedAt: _, ...meta }: AnyDocument,
  made: { id: string; sharedLayerId: string; title: string; wordCount: number; at: Date },
): Promise<void> {
  const { at, ...document } = made
  await insertDocument(tx, mintScope(workspaceId, createdBy, 'owner'), { ...meta, ...document })
  const had = await tx
    .select({ edition: originals.edition })
    .from(originals)
    .where(and(eq(originals.documentId, oldId), isNotNull(originals.appliedAt), lte(originals.appliedAt, at)))
  if (had.length === 0) return
  const columns = sql.raw(
    'edition, workspace_id, file_name, format, encoding, byte_size, sha256, bytes, text, text_sha256, notes, runs, imported_by, imported_at, applied_at',
  )
  // In the database: a file may be 50 MB.
  await tx.execute(sql`insert into originals (document_id, ${columns}) select ${made.id}::uuid, ${columns} from originals
    where document_id = ${oldId} and edition in ${had.map(({ edition }) => edition)}`)
}
