import { crc32 } from 'node:zlib'
import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { appendRoomUpdates, hasRoomUpdates, readRoom, readRoomUpdates, type StoredBytes } from '#/db/queries/room-log.ts'
import { log } from '#/server/log.ts'

/** Origin of the transaction in which stored updates are applied. */
const REPLAY = { source: 'local', skipStoreHooks: true } as const

/** How a room came back from the log. */
export interface Replayed {
  /** Sequence number of the last update in it; 0 for a room without content. */
  seq: number
  /** Owner of each Yjs client id. */
  clients: Map<number, string>
  /** Updates replayed after the snapshot. */
  sinceSnapshot: number
  /** Updates that could not be applied; they stay in the log for repair. */
  damaged: number
}

/** The state of a room as it is committed now. */
export async function loadRoom(db: Db, room: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  await replayRoom(db, room, doc)
  return doc
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
 * Applies what is stored of a room to an empty document. A damaged snapshot is passed over (the log has everything), a
 * damaged update is skipped and reported: one bad row must not lock a team out of its document.
 */
export async function replayRoom(db: Db, room: string, doc: Y.Doc): Promise<Replayed> {
  const stored = await readRoom(db, room)
  const seqOf = (rows: StoredBytes[], base: number) => rows.at(-1)?.seq ?? base
  if (stored.snapshot && !isIntact(stored.snapshot)) {
    log.error('room.snapshot-damaged', 'the checksum does not match; the whole log is replayed', { room, seq: stored.snapshot.seq })
    const updates = await readRoomUpdates(db, room, 0)
    return { ...applyAll(doc, room, updates), seq: seqOf(updates, 0), clients: stored.clients, sinceSnapshot: updates.length }
  }
  const rows = stored.snapshot ? [stored.snapshot, ...stored.updates] : stored.updates
  return {
    ...applyAll(doc, room, rows),
    seq: seqOf(rows, 0),
    clients: stored.clients,
    sinceSnapshot: stored.updates.length,
  }
}

/** One transaction for all: thousands of small updates apply ten times faster, and nobody sees a state in between. */
function applyAll(doc: Y.Doc, room: string, rows: StoredBytes[]): { damaged: number } {
  let damaged = 0
  doc.transact(() => {
    for (const row of rows) {
      try {
        if (!isIntact(row)) throw new Error('the checksum does not match')
        Y.applyUpdate(doc, row.bytes, REPLAY)
      } catch (error) {
        damaged++
        log.error('room.update-damaged', error, { room, seq: row.seq })
      }
    }
  }, REPLAY)
  if (doc.store.pendingStructs) log.error('room.incomplete', 'stored updates depend on others that are missing', { room })
  return { damaged }
}

function isIntact(stored: StoredBytes): boolean {
  return crc32(stored.bytes) === stored.crc32
}
