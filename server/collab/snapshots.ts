import { crc32 } from 'node:zlib'
import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { writeRoomSnapshot } from '#/db/queries/room-log.ts'
import { log } from '#/server/log.ts'
import type { Room } from './room.ts'

/** Log rows after which a room that stays open gets a snapshot. */
const OPEN_ROWS = 2000
/** The same for a room that is being closed: replaying fewer is quicker than reading a snapshot. */
const CLOSING_ROWS = 100

/** Writes snapshots of rooms, so that opening them need not replay their whole log. The log itself is never shortened. */
export class Snapshots {
  readonly #db: Db
  readonly #writing = new Set<Promise<void>>()

  constructor(db: Db) {
    this.#db = db
  }

  /** Writes a snapshot when enough was logged since the last one and log and document agree. Does not wait for it. */
  consider(room: Room, document: Document, { closing }: { closing: boolean }): void {
    if (room.inDoubt || !room.isSettled || room.sinceSnapshot < (closing ? CLOSING_ROWS : OPEN_ROWS)) return
    room.sinceSnapshot = 0
    const bytes = Y.encodeStateAsUpdate(document)
    const snapshot = { room: room.name, workspaceId: room.workspaceId, seq: room.appliedSeq, bytes, crc32: crc32(bytes) }
    const writing = writeRoomSnapshot(this.#db, snapshot)
      .catch((error) => log.error('room.snapshot-failed', error, { room: room.name }))
      .finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
  }

  /** Resolves when no snapshot is being written. */
  async idle(): Promise<void> {
    await Promise.all(this.#writing)
  }
}
