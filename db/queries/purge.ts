import { and, eq, isNotNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers, originals, versions } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { workspaces } from '#/db/schema/people.ts'
import { overSince } from '#/lib/bin/deadline.ts'

/** Rows of one statement: the embedded database answers nobody else meanwhile. */
const BATCH = 100
/** The same for rows of the log, bytes of updates; one row may be larger. */
const BATCH_BYTES = 1 << 20

const ROOM_TABLES = ['room_updates', 'room_snapshots', 'room_clients', 'room_quarantine'] as const

export interface Doomed {
  id: string
  workspaceId: string
}

/** A moment that stays over when a clock is set back: part of the document may be gone already. */
const LONG_OVER = new Date(0)

/** What is deleted with a document. */
export interface DocumentCounts {
  title: string
  statements: number
  originals: number
  versions: number
}

/** Documents whose time in the bin is over. */
export function findExpiredDocuments(db: Db, now: Date): Promise<Doomed[]> {
  return db
    .select({ id: documents.id, workspaceId: documents.workspaceId })
    .from(documents)
    .where(and(isNotNull(documents.deletedAt), lte(documents.deletedAt, overSince(now))))
}

/** Workspaces whose time in the bin is over. */
export function findExpiredWorkspaces(db: Db, now: Date): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: workspaces.id, name: workspaces.name })
    .from(workspaces)
    .where(and(isNotNull(workspaces.deletedAt), lte(workspaces.deletedAt, overSince(now))))
}

/** All documents of a workspace, in the bin or not. */
export function listAllDocuments(db: Db, workspaceId: string): Promise<Doomed[]> {
  return db.select({ id: documents.id, workspaceId: documents.workspaceId }).from(documents).where(eq(documents.workspaceId, workspaceId))
}

/** The rooms of a document: its text and all its layers. */
export async function roomsOfDocument(db: Db, documentId: string): Promise<string[]> {
  const rows = await db.select({ id: layers.id }).from(layers).where(eq(layers.documentId, documentId))
  return [`text/${documentId}`, ...rows.map(({ id }) => `layer/${id}`)]
}

/**
 * Removes some of what a document consists of beside its rooms; false when nothing is left but its own row and those of its
 * layers. Call it until then.
 */
export async function deleteSomeContent(db: Db, { id, workspaceId }: Doomed): Promise<boolean> {
  const mine = sql`workspace_id = ${workspaceId} and document_id = ${id}`
  const statements: SQL[] = [
    sql`delete from excerpts where annotation_id in (select annotation_id from excerpts where ${mine} limit ${BATCH})`,
    sql`delete from memos where id in (select id from memos where workspace_id = ${workspaceId} and subject = 'document' and subject_id = ${id} limit ${BATCH})`,
    sql`delete from versions where id in (select id from versions where ${mine} limit ${BATCH})`,
    // One at a time: each may be a file of 50 MB.
    sql`delete from originals where document_id = ${id} and edition in (select edition from originals where ${mine} limit 1)`,
  ]
  for (const statement of statements) if (((await db.execute(statement)).rowCount ?? 0) > 0) return true
  return false
}

/**
 * Ends the time of a document in the bin, with its row locked until the transaction ends: from then on nothing brings it back.
 * Answers what goes; null when it is gone already, or alive.
 */
export async function endTimeInBin(tx: Db, { id, workspaceId }: Doomed): Promise<DocumentCounts | null> {
  const [row] = await tx
    .update(documents)
    .set({ deletedAt: LONG_OVER })
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, id), isNotNull(documents.deletedAt)))
    .returning({ title: documents.title })
  if (!row) return null
  const inDocument = (table: typeof excerpts | typeof originals | typeof versions) =>
    tx.$count(table, and(eq(table.workspaceId, workspaceId), eq(table.documentId, id)))
  return {
    title: row.title,
    statements: await inDocument(excerpts),
    originals: await inDocument(originals),
    versions: await inDocument(versions),
  }
}

/** Removes the row of a document, with those of its layers. What is left of its rooms belongs to nothing then. */
export async function deleteDocumentRow(db: Db, { id, workspaceId }: Doomed): Promise<void> {
  await db.delete(documents).where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, id)))
}

/**
 * Ends the time of a workspace in the bin, as `endTimeInBin` does for a document; false when somebody brought it back in the
 * moment before.
 */
export async function endWorkspaceTimeInBin(tx: Db, workspaceId: string): Promise<boolean> {
  const rows = await tx
    .update(workspaces)
    .set({ deletedAt: LONG_OVER })
    .where(and(eq(workspaces.id, workspaceId), isNotNull(workspaces.deletedAt)))
    .returning({ id: workspaces.id })
  return rows.length > 0
}

/** Removes a workspace with what is left in it. */
export async function deleteWorkspaceRow(db: Db, workspaceId: string): Promise<void> {
  await db.delete(workspaces).where(eq(workspaces.id, workspaceId))
}

/** Removes some rows of these rooms; false when none are left. Call it until then. */
export async function deleteSomeOfRooms(db: Db, rooms: readonly string[]): Promise<boolean> {
  const among = sql`room = any(${sql.param([...rooms])}::text[])`
  const statements: SQL[] = [
    sql`delete from room_updates where seq in (
      select seq from (
        select seq, row_number() over w as n, sum(octet_length(bytes)) over w as total
        from (select seq, bytes from room_updates where ${among} limit ${BATCH}) found window w as (order by seq)
      ) counted where n = 1 or total <= ${BATCH_BYTES})`,
    sql`delete from room_snapshots where room in (select room from room_snapshots where ${among} limit 1)`,
    sql`delete from room_clients where (room, client_id) in (select room, client_id from room_clients where ${among} limit ${BATCH})`,
    sql`delete from room_quarantine where seq in (select seq from room_quarantine where ${among} limit ${BATCH})`,
  ]
  for (const statement of statements) if (((await db.execute(statement)).rowCount ?? 0) > 0) return true
  return false
}

/** Rooms that are looked at in one statement. */
const ROOMS_AT_A_TIME = 500

/**
 * Rooms of documents and layers that are no more, of which something is left: what a stop in the middle of a deletion, or
 * something that was still being written, left behind.
 */
export async function findLeftRooms(db: Db): Promise<string[]> {
  const left = new Set<string>()
  for (const table of ROOM_TABLES) {
    for (let last: string | null = ''; last !== null; ) {
      const rooms: { room: string; isLeft: boolean }[] = await roomsAfter(db, table, last)
      for (const { room, isLeft } of rooms) if (isLeft) left.add(room)
      last = rooms.length < ROOMS_AT_A_TIME ? null : (rooms.at(-1)?.room ?? null)
    }
  }
  return [...left]
}

/** The next rooms of a table in order, from one to the next along its index. */
async function roomsAfter(db: Db, table: (typeof ROOM_TABLES)[number], last: string): Promise<{ room: string; isLeft: boolean }[]> {
  const first = (after: SQL) => sql`(select room from ${sql.identifier(table)} where room > ${after} order by room limit 1)`
  const { rows } = await db.execute<{ room: string; isLeft: boolean }>(sql`
    with recursive each (room) as (
      select ${first(sql`${last}::text`)} union all select ${first(sql`each.room`)} from each where each.room is not null
    ), page as (select room from each where room is not null limit ${ROOMS_AT_A_TIME})
    select room, (room like 'text/%' and not exists (select from documents where id::text = substr(room, 6)))
      or (room like 'layer/%' and not exists (select from layers where id::text = substr(room, 7))) as "isLeft"
    from page order by room`)
  return rows
}
