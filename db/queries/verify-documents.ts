import { asc, eq, gt, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers, originals } from '#/db/schema/documents.ts'
import { projections } from '#/db/schema/excerpts.ts'
import { roomSnapshots, roomUpdates } from '#/db/schema/rooms.ts'
import type { StoredBytes } from './room-log.ts'

/** A document with what its projection says of it; in the bin or not. */
export interface StoredDocument {
  id: string
  title: string
  workspaceId: string
  wordCount: number
  differs: boolean
  layerIds: string[]
  /** How far it was projected, and when (ms since 1970); 0: never. */
  projectedSeq: number
  projectedAt: number
}

/** The next document after an id, in no order that means anything; null at the end. */
export async function nextDocument(db: Db, after: string): Promise<StoredDocument | null> {
  const [row] = await db
    .select({
      id: documents.id,
      title: documents.title,
      workspaceId: documents.workspaceId,
      wordCount: documents.wordCount,
      differs: documents.differs,
      projectedSeq: projections.seq,
      projectedAt: projections.at,
    })
    .from(documents)
    .leftJoin(projections, eq(projections.documentId, documents.id))
    .where(gt(documents.id, after))
    .orderBy(asc(documents.id))
    .limit(1)
  if (!row) return null
  const own = await db.select({ id: layers.id }).from(layers).where(eq(layers.documentId, row.id)).orderBy(asc(layers.id))
  return { ...row, layerIds: own.map(({ id }) => id), projectedSeq: row.projectedSeq ?? 0, projectedAt: row.projectedAt?.getTime() ?? 0 }
}

/** Last row of the log of a room and when it was written (ms since 1970); null for an empty room. */
export async function findLogEnd(db: Db, room: string): Promise<{ seq: number; at: number } | null> {
  const [row] = await db
    .select({ seq: roomUpdates.seq, at: roomUpdates.at })
    .from(roomUpdates)
    .where(eq(roomUpdates.room, room))
    .orderBy(sql`${roomUpdates.seq} desc`)
    .limit(1)
  return row ? { seq: row.seq, at: row.at.getTime() } : null
}

export async function findSnapshot(db: Db, room: string): Promise<StoredBytes | null> {
  const [row] = await db
    .select({ seq: roomSnapshots.seq, bytes: roomSnapshots.bytes, crc32: roomSnapshots.crc32 })
    .from(roomSnapshots)
    .where(eq(roomSnapshots.room, room))
  return row ?? null
}

/** The files a document came from, one at a time: each may be 50 MB. */
export async function* readOriginals(db: Db, documentId: string) {
  const editions = await db
    .select({ edition: originals.edition })
    .from(originals)
    .where(eq(originals.documentId, documentId))
    .orderBy(asc(originals.edition))
  for (const { edition } of editions) {
    const rows = await db
      .select({
        edition: originals.edition,
        bytes: originals.bytes,
        byteSize: originals.byteSize,
        sha256: originals.sha256,
        text: originals.text,
        textSha256: originals.textSha256,
      })
      .from(originals)
      .where(sql`${originals.documentId} = ${documentId} and ${originals.edition} = ${edition}`)
    yield* rows
  }
}
