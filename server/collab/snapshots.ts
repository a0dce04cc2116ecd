import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { writeRoomSnapshot } from '#/db/queries/room-log.ts'
import { createSnapshotTaker, type SnapshotTaker } from '#/server/jobs/snapshot.ts'
import { log } from '#/server/log.ts'
import type { Room } from './room.ts'
import { quarantine } from './room-log.ts'

/** Log rows after which a room that stays open gets a snapshot. */
const OPEN_ROWS = 2000
/** The same for a room that is being closed: replaying fewer is quicker than reading a snapshot. */
const CLOSING_ROWS = 100
const MOST_TRIES = 5
const RETRY_MS = 60_000
/** Rooms that wait for their turn; the first to come goes when there are more, and gets its snapshot another time. */
const MOST_WAITING = 500

interface Wanted {
  room: string
  workspaceId: string
  /** The last row that goes into it. */
  seq: number
  /** State vector of the open room with exactly those rows. */
  vector: Uint8Array
  tries: number
}

/**
 * Has snapshots of rooms made from their logs, so that opening them need not replay everything. They are never made from
 * the open document: what is wrong there would become the truth. The log itself is never shortened.
 */
export class Snapshots {
  readonly #db: Db
  readonly #taker: SnapshotTaker
  readonly #retryMs: number
  /** By room; a later wish replaces an earlier one. */
  readonly #wanted = new Map<string, Wanted>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #running: Promise<void> | null = null
  #stopped = false

  constructor(db: Db, { taker = createSnapshotTaker(db), retryMs = RETRY_MS }: { taker?: SnapshotTaker; retryMs?: number } = {}) {
    this.#db = db
    this.#taker = taker
    this.#retryMs = retryMs
  }

  /** Wants a snapshot when enough was logged since the last one and log and document agree. Does not wait for it. */
  consider(room: Room, document: Document, { closing }: { closing: boolean }): void {
    if (room.doubtAfter !== null || !room.isSettled || room.sinceSnapshot < (closing ? CLOSING_ROWS : OPEN_ROWS)) return
    room.sinceSnapshot = 0
    const vector = Y.encodeStateVector(document)
    this.#want({ room: room.name, workspaceId: room.workspaceId, seq: room.appliedSeq, vector, tries: 0 })
  }

  /** Resolves when no snapshot is being made or waiting, those left out that are tried again later. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  /** Makes no more; what is lost is made when its room is opened and closed again. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#wanted.clear()
    this.#taker.stop()
    await this.idle()
  }

  #want(wanted: Wanted): void {
    if (this.#stopped) return
    this.#wanted.delete(wanted.room)
    this.#wanted.set(wanted.room, wanted)
    const [first] = this.#wanted.keys()
    if (this.#wanted.size > MOST_WAITING && first !== undefined) this.#wanted.delete(first)
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
  }

  async #run(): Promise<void> {
    for (let [next] = this.#wanted.values(); next; [next] = this.#wanted.values()) {
      this.#wanted.delete(next.room)
      try {
        await this.#make(next)
      } catch (error) {
        if (!this.#stopped) this.#retry(next, error)
      }
    }
  }

  async #make({ room, workspaceId, seq, vector: live }: Wanted): Promise<void> {
    const { bytes, crc32, vector, failed } = await this.#taker.take(room, seq)
    await quarantine(this.#db, room, failed)
    if (!sameVector(vector, live)) throw new Error('the log gives another state than the open room')
    await writeRoomSnapshot(this.#db, { room, workspaceId, seq, bytes, crc32 })
  }

  #retry(wanted: Wanted, error: unknown): void {
    const isLast = ++wanted.tries >= MOST_TRIES
    log.error(isLast ? 'room.snapshot-given-up' : 'room.snapshot-failed', error, {
      room: wanted.room,
      seq: wanted.seq,
      tries: wanted.tries,
    })
    if (isLast) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      if (!this.#wanted.has(wanted.room)) this.#want(wanted)
    }, this.#retryMs)
    timer.unref()
    this.#timers.add(timer)
  }
}

/** The order of clients in an encoded state vector says nothing. */
function sameVector(a: Uint8Array, b: Uint8Array): boolean {
  const [one, other] = [Y.decodeStateVector(a), Y.decodeStateVector(b)]
  return one.size === other.size && [...one].every(([client, clock]) => other.get(client) === clock)
}
