import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { roomClients, roomSnapshots, roomUpdates } from '#/db/schema/rooms.ts'

/** One Yjs update (encoding v1) on its way into the log. */
export interface NewRoomUpdate {
  room: string
  workspaceId: string
  /** Whose connection sent it; null for the server's own. */
  userId: string | null
  bytes: Uint8Array
  /** CRC-32 of `bytes`. */
  crc32: number
  /** Yjs client ids that this update is the first to use in the room: they belong to `userId` from now on. */
  claims: readonly number[]
}

/** Bytes as they were stored, with the checksum they were stored with. */
export interface StoredBytes {
  seq: number
  bytes: Uint8Array
  crc32: number
}

export interface StoredRoom {
  snapshot: StoredBytes | null
  /** Everything after the snapshot, in order. */
  updates: StoredBytes[]
  /** Owner of each Yjs client id. */
  clients: Map<number, string>
}

/**
 * Appends updates to the log, all or none, and returns their sequence numbers in the same order. The rows are committed
 * when it returns.
 */
export async function appendRoomUpdates(db: Db, updates: readonly NewRoomUpdate[]): Promise<number[]> {
  const claims = updates.flatMap(({ room, workspaceId, userId, claims }) =>
    userId === null ? [] : claims.map((clientId) => ({ room, clientId, workspaceId, userId })),
  )
  if (claims.length === 0) return insertUpdates(db, updates)
  return db.transaction(async (tx) => {
    await tx.insert(roomClients).values(claims).onConflictDoNothing()
    return insertUpdates(tx, updates)
  })
}

async function insertUpdates(db: Db, updates: readonly NewRoomUpdate[]): Promise<number[]> {
  const rows = await db
    .insert(roomUpdates)
    .values(updates.map(({ claims: _, ...row }) => row))
    .returning({ seq: roomUpdates.seq })
  return rows.map((row) => row.seq)
}

/** Everything needed to open a room. */
export async function readRoom(db: Db, room: string): Promise<StoredRoom> {
  const [snapshot] = await db
    .select({ seq: roomSnapshots.seq, bytes: roomSnapshots.bytes, crc32: roomSnapshots.crc32 })
    .from(roomSnapshots)
    .where(eq(roomSnapshots.room, room))
  const updates = await readRoomUpdates(db, room, snapshot?.seq ?? 0)
  const clients = await db
    .select({ clientId: roomClients.clientId, userId: roomClients.userId })
    .from(roomClients)
    .where(eq(roomClients.room, room))
  return { snapshot: snapshot ?? null, updates, clients: new Map(clients.map((row) => [row.clientId, row.userId])) }
}

/** The log of a room after `seq`, in order. */
export async function readRoomUpdates(db: Db, room: string, seq: number): Promise<StoredBytes[]> {
  return db
    .select({ seq: roomUpdates.seq, bytes: roomUpdates.bytes, crc32: roomUpdates.crc32 })
    .from(roomUpdates)
    .where(and(eq(roomUpdates.room, room), gt(roomUpdates.seq, seq)))
    .orderBy(asc(roomUpdates.seq))
}

export async function hasRoomUpdates(db: Db, room: string): Promise<boolean> {
  const rows = await db.select({ seq: roomUpdates.seq }).from(roomUpdates).where(eq(roomUpdates.room, room)).limit(1)
  return rows.length > 0
}

/** Keeps the state of a room after its log up to `seq`; an older one never replaces a newer one. The log rows stay. */
export async function writeRoomSnapshot(db: Db, snapshot: StoredBytes & { room: string; workspaceId: string }): Promise<void> {
  await db
    .insert(roomSnapshots)
    .values(snapshot)
    .onConflictDoUpdate({
      target: roomSnapshots.room,
      set: { seq: snapshot.seq, bytes: snapshot.bytes, crc32: snapshot.crc32, at: sql`now()` },
      setWhere: lt(roomSnapshots.seq, snapshot.seq),
    })
}
