import { crc32 } from 'node:zlib'
import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { appendRoomUpdates, hasRoomUpdates, type RoomClaim, readRoom, readRoomUpdates, type StoredBytes } from '#/db/queries/room-log.ts'
import { type DamagedRow, putIntoQuarantine, readLogRows, readQuarantine, takeFromQuarantine } from '#/db/queries/room-quarantine.ts'
import { log } from '#/server/log.ts'
import { quarantinedRows } from '#/server/metrics.ts'
import { applyRows, BAD_CHECKSUM, isIntact } from './apply-rows.ts'
import { type Pending, setAsidePending } from './pending.ts'

/** Origin of the transaction in which stored updates are applied. */
export const REPLAY = { source: 'local', skipStoreHooks: true } as const

/** How a room came back from the log. */
export interface Replayed {
  /** Sequence number of the last update in it; 0 for a room without content. */
  seq: number
  claims: RoomClaim[]
  /** Updates replayed after the snapshot. */
  sinceSnapshot: number
  /** Bytes that were applied: at least as many as the state takes. */
  bytes: number
  /** Rows that are in quarantine. */
  damaged: number
  /** What builds on rows that are missing or damaged; it is not in the document. */
  pending: Pending | null
}

/** The state of a room as it is committed now. */
export async function loadRoom(db: Db, room: string): Promise<Y.Doc> {
  return (await replayIntoNew(db, room)).doc
}

/** The same with how it came back. */
export async function replayIntoNew(db: Db, room: string): Promise<Replayed & { doc: Y.Doc }> {
  for (;;) {
    const doc = new Y.Doc()
    try {
      return { doc, ...(await replayRoom(db, room, doc)) }
    } catch (error) {
      if (!(error instanceof PartlyApplied)) throw error
    }
  }
}

/**
 * Writes the first content of a new room, once, inside the caller's transaction. Only the server seeds: content that two
 * clients invent on their own would appear twice.
 *
 * @param userId to whom the content's Yjs client ids belong; null: to nobody, no client may continue them
 * @returns the sequence number
 * @throws when the room has content already
 */
export async function seedRoom(
  db: Db,
  { room, workspaceId, userId }: { room: string; workspaceId: string; userId: string | null },
  doc: Y.Doc,
): Promise<number> {
  const claims = userId === null ? [] : [...doc.store.clients.keys()]
  return seed(db, { room, workspaceId, userId, claims }, Y.encodeStateAsUpdate(doc))
}

/** The same from content that was encoded elsewhere, in the thread that read a file; it belongs to nobody. */
export async function seedRoomFromUpdate(
  db: Db,
  { room, workspaceId }: { room: string; workspaceId: string },
  update: Uint8Array,
): Promise<number> {
  return seed(db, { room, workspaceId, userId: null, claims: [] }, update)
}

async function seed(
  db: Db,
  { room, ...of }: { room: string; workspaceId: string; userId: string | null; claims: number[] },
  bytes: Uint8Array,
): Promise<number> {
  if (await hasRoomUpdates(db, room)) throw new Error(`The room ${room} has content already`)
  const [seq] = await appendRoomUpdates(db, [{ room, ...of, bytes, crc32: crc32(bytes) }])
  return seq as number
}

/**
 * Applies what is stored of a room to an empty document. One bad row must not lock a team out of its document: a damaged
 * snapshot is passed over (the log has everything), a damaged row is put into quarantine, once, and left out from then on.
 * A row that was damaged and is sound again is taken back.
 *
 * @throws PartlyApplied when a row with a good checksum turned out to be no update: it is in quarantine now, but the
 * document may hold a part of it and must be thrown away
 */
export async function replayRoom(db: Db, room: string, doc: Y.Doc): Promise<Replayed> {
  const { snapshot, updates, claims } = await readSound(db, room)
  const { aside, sound } = await sortOut(db, room, updates)
  const rows = [...snapshot, ...sound]
  // One transaction for all: thousands of small updates apply ten times faster, and nobody sees a state in between.
  const failed: DamagedRow[] = []
  doc.transact(() => failed.push(...applyRows(doc, rows, REPLAY)), REPLAY)
  await quarantine(db, room, failed)
  if (failed.some(({ reason }) => reason !== BAD_CHECKSUM)) throw new PartlyApplied(room)
  const pending = setAsidePending(doc)
  const damaged = aside + failed.length
  if (pending) log.error('room.incomplete', 'stored updates wait for others that are missing', { room, quarantined: damaged })
  const seq = updates.at(-1)?.seq ?? snapshot[0]?.seq ?? 0
  const bytes = rows.reduce((sum, row) => sum + row.bytes.length, 0)
  return { seq, claims, sinceSnapshot: updates.length, bytes, damaged, pending }
}

/** A document holds a part of a row that is in quarantine now. */
export class PartlyApplied extends Error {
  constructor(room: string) {
    super(`A row of ${room} was applied in part; it is in quarantine now`)
  }
}

/** Puts rows aside and tells so, once for each. */
export async function quarantine(db: Db, room: string, damaged: readonly DamagedRow[]): Promise<void> {
  const added = await putIntoQuarantine(db, damaged)
  quarantinedRows.inc(added.length)
  for (const { seq, reason } of added) log.error('room.row-quarantined', reason, { room, seq })
}

interface SoundLog {
  /** Absent when there is none, or it is damaged. */
  snapshot: StoredBytes[]
  /** What was logged after it. */
  updates: StoredBytes[]
  claims: RoomClaim[]
}

/** What to replay: from the snapshot on when it is sound, otherwise from the beginning. */
async function readSound(db: Db, room: string): Promise<SoundLog> {
  const { snapshot, updates, claims } = await readRoom(db, room)
  if (!snapshot) return { snapshot: [], updates, claims }
  if (isIntact(snapshot)) return { snapshot: [snapshot], updates, claims }
  log.error('room.snapshot-damaged', 'the checksum does not match; the whole log is replayed', { room, seq: snapshot.seq })
  return { snapshot: [], updates: await readRoomUpdates(db, room, 0), claims }
}

/** Leaves out what is in quarantine, but for rows that are sound again. */
async function sortOut(db: Db, room: string, updates: StoredBytes[]): Promise<{ aside: number; sound: StoredBytes[] }> {
  const aside = await readQuarantine(db, room)
  if (aside.length === 0) return { aside: 0, sound: updates }
  const damaged = aside.filter(({ reason }) => reason === BAD_CHECKSUM).map(({ seq }) => seq)
  const repaired = (await readLogRows(db, damaged)).filter(isIntact)
  if (repaired.length > 0) {
    const seqs = repaired.map(({ seq }) => seq)
    await takeFromQuarantine(db, room, seqs)
    log.info('room.rows-repaired', { room, rows: seqs.length })
  }
  const seqs = new Set(aside.map(({ seq }) => seq))
  return { aside: seqs.size - repaired.length, sound: [...updates.filter(({ seq }) => !seqs.has(seq)), ...repaired] }
}
