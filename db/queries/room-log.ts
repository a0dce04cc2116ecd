import { and, asc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { roomClients, roomSnapshots, roomUpdates } from '#/db/schema/rooms.ts'

/** Up to here bytes may travel as text, twice their size. */
const SMALL_BATCH_BYTES = 32 << 10

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

/** A Yjs client id that belongs to a user from a moment on (ms since 1970). */
export interface RoomClaim {
  clientId: number
  userId: string
  at: number
}

export interface StoredRoom {
  snapshot: StoredBytes | null
  /** Everything after the snapshot, in order. */
  updates: StoredBytes[]
  claims: RoomClaim[]
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

/** Every keystroke comes through here: building the statement anew each time would cost more than the rest together. */
async function insertUpdates(db: Db, updates: readonly NewRoomUpdate[]): Promise<number[]> {
  const [first] = updates
  if (first && updates.length === 1) return seqs(await insertOne(db).execute({ ...first }))
  const bytes = updates.reduce((sum, update) => sum + update.bytes.length, 0)
  return bytes <= SMALL_BATCH_BYTES ? insertSmall(db, updates) : insertLarge(db, updates)
}

function seqs(rows: { seq: number }[]): number[] {
  return rows.map((row) => row.seq)
}

function prepareInsertOne(db: Db) {
  const values = {
    room: sql.placeholder('room'),
    workspaceId: sql.placeholder('workspaceId'),
    userId: sql.placeholder('userId'),
    bytes: sql.placeholder('bytes'),
    crc32: sql.placeholder('crc32'),
  }
  return db.insert(roomUpdates).values(values).returning({ seq: roomUpdates.seq }).prepare('append_room_update')
}

const prepared = new WeakMap<Db, ReturnType<typeof prepareInsertOne>>()

function insertOne(db: Db): ReturnType<typeof prepareInsertOne> {
  const statement = prepared.get(db) ?? prepareInsertOne(db)
  prepared.set(db, statement)
  return statement
}

/** One array per column: the same statement whatever the number of rows. The driver writes bytes in arrays as text. */
async function insertSmall(db: Db, updates: readonly NewRoomUpdate[]): Promise<number[]> {
  const column = (of: (update: NewRoomUpdate) => unknown) => sql.param(updates.map(of))
  const { rows } = await db.execute<{ seq: string }>(sql`
    insert into room_updates (room, workspace_id, user_id, bytes, crc32)
    select * from unnest(${column((u) => u.room)}::text[], ${column((u) => u.workspaceId)}::uuid[],
      ${column((u) => u.userId)}::uuid[], ${column((u) => u.bytes)}::bytea[], ${column((u) => u.crc32)}::bigint[])
    returning seq`)
  return rows.map((row) => Number(row.seq))
}

async function insertLarge(db: Db, updates: readonly NewRoomUpdate[]): Promise<number[]> {
  const rows = updates.map(({ claims: _, ...row }) => row)
  return seqs(await db.insert(roomUpdates).values(rows).returning({ seq: roomUpdates.seq }))
}

/** Everything needed to open a room. */
export async function readRoom(db: Db, room: string): Promise<StoredRoom> {
  const [snapshot] = await db
    .select({ seq: roomSnapshots.seq, bytes: roomSnapshots.bytes, crc32: roomSnapshots.crc32 })
    .from(roomSnapshots)
    .where(eq(roomSnapshots.room, room))
  const updates = await readRoomUpdates(db, room, snapshot?.seq ?? 0)
  const clients = await db
    .select({ clientId: roomClients.clientId, userId: roomClients.userId, at: roomClients.at })
    .from(roomClients)
    .where(eq(roomClients.room, room))
  return { snapshot: snapshot ?? null, updates, claims: clients.map(({ at, ...row }) => ({ ...row, at: at.getTime() })) }
}

/** The log of a room after `seq`, in order. */
export async function readRoomUpdates(db: Db, room: string, seq: number): Promise<StoredBytes[]> {
  return db
    .select({ seq: roomUpdates.seq, bytes: roomUpdates.bytes, crc32: roomUpdates.crc32 })
    .from(roomUpdates)
    .where(and(eq(roomUpdates.room, room), gt(roomUpdates.seq, seq)))
    .orderBy(asc(roomUpdates.seq))
}

/** The first update of a room: what it was made from. */
export async function readFirstUpdate(db: Db, room: string): Promise<StoredBytes | null> {
  const [row] = await db
    .select({ seq: roomUpdates.seq, bytes: roomUpdates.bytes, crc32: roomUpdates.crc32 })
    .from(roomUpdates)
    .where(eq(roomUpdates.room, room))
    .orderBy(asc(roomUpdates.seq))
    .limit(1)
  return row ?? null
}

export async function hasRoomUpdates(db: Db, room: string): Promise<boolean> {
  const rows = await db.select({ seq: roomUpdates.seq }).from(roomUpdates).where(eq(roomUpdates.room, room)).limit(1)
  return rows.length > 0
}

/** Sequence number of the last row in the log of these rooms; 0 when there is none. */
export async function lastSeq(db: Db, rooms: readonly string[]): Promise<number> {
  const [row] = await db
    .select({ seq: sql<string | null>`max(${roomUpdates.seq})` })
    .from(roomUpdates)
    .where(inArray(roomUpdates.room, [...rooms]))
  return Number(row?.seq ?? 0)
}

/** Whether rows with these sequence numbers are in the log. */
export async function hasSeqs(db: Db, seqs: readonly number[]): Promise<boolean> {
  const rows = await db
    .select({ seq: roomUpdates.seq })
    .from(roomUpdates)
    .where(inArray(roomUpdates.seq, [...seqs]))
  return rows.length === seqs.length
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

/** Sequence number of the last row of the whole log; 0 for an empty one. What sequences say is ahead of it after a crash. */
export async function lastLogSeq(db: Db): Promise<number> {
  const [row] = await db.select({ seq: sql<string | null>`max(${roomUpdates.seq})` }).from(roomUpdates)
  return Number(row?.seq ?? 0)
}
