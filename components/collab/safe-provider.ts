import { HocuspocusProvider, type HocuspocusProviderConfiguration } from '@hocuspocus/provider'
import { createDecoder, readVarInt, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, type Encoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import * as Y from 'yjs'
import { readNotice } from '#/lib/collab/notice.ts'

const SYNC = 0
const SYNC_STEP_2 = 1
const SYNC_UPDATE = 2
const SYNC_STATUS = 8
/** Changes under way to the server before later ones wait and go together: the server commits one message of a client after the other. */
const MAX_UNDER_WAY = 4
/** Updates merged into one message; merging costs the square of their number. */
const MAX_MERGED = 200
const SOCKET_OPEN = 1

/** Origin of the transaction that brings back what this device kept: no new change, the handshake carries it. */
export const FROM_DEVICE = Symbol('from this device')

/** Origin of changes that another page of this browser made and can no longer send: sent like changes made here. */
export const ADOPTED = Symbol('adopted from a closed page')

/** Callbacks of a `SafeProvider`. */
export interface ChangeWatcher {
  /** A change was made here. */
  onProgress(): void
  /** The server committed what a message carried; the first message of a connection carries everything so far. */
  onAcknowledged(): void
  /** The server did not take a change of this client, and will not take later ones that build on it: until the next connection nothing more is sent. */
  onRefused(reason: string): void
}

/**
 * A room on the socket whose count of unacknowledged changes is true at every moment, also across reconnects.
 *
 * Stock providers send an update the moment it is made, even between connecting and the first handshake, when the server
 * lacks what it builds on; and their counter starts anew with each connection, while changes made offline are not in it.
 * Here no update leaves before our answer to the server's first sync step has (that answer carries all changes so far),
 * and each acknowledgement is booked to the changes its message carried.
 */
export class SafeProvider extends HocuspocusProvider {
  /** Changes (Yjs updates) made here since the room was opened. */
  made = 0
  /** How many of them the server has committed. */
  acknowledged = 0
  /** The others, in order. */
  unsaved: Uint8Array[] = []
  readonly #watcher: ChangeWatcher
  /** Our sync step 2 of this connection has left. */
  #answered = false
  /** For each message under way: how many changes are acknowledged with it. */
  #underWay: number[] = []
  #waiting: Uint8Array[] = []
  #rejection = ''
  /** A message of this connection was refused: what was in it is in no later one, so nothing counts as saved any more. */
  #refused = false

  constructor(configuration: HocuspocusProviderConfiguration, watcher: ChangeWatcher) {
    super(configuration)
    this.#watcher = watcher
    this.on('message', ({ event }: { event: MessageEvent }) => this.#readStatus(new Uint8Array(event.data as ArrayBuffer)))
    this.on('stateless', ({ payload }: { payload: string }) => {
      const notice = readNotice(payload)
      if (notice?.type === 'rejected') this.#rejection = notice.reason
    })
  }

  override async onOpen(event: Event): Promise<void> {
    this.#forgetConnection()
    return super.onOpen(event)
  }

  override onClose(): void {
    this.#forgetConnection()
    super.onClose()
  }

  /** Asks again for a room that was refused because the server could not look it up. */
  retry(): void {
    this.#forgetConnection()
    if (this.#isSocketOpen()) void super.onOpen(new Event('open'))
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (origin === this || origin === FROM_DEVICE) return
    this.made++
    this.unsaved.push(update)
    this.#watcher.onProgress()
    if (!this.#answered || this.#refused) return
    this.#waiting.push(update)
    if (this.#underWay.length < MAX_UNDER_WAY) this.#sendWaiting()
  }

  override send(message: Parameters<HocuspocusProvider['send']>[0], args: { encoder?: Encoder }): void {
    // A message queued for the next connection would arrive there before its handshake.
    if (!this.#isSocketOpen()) return
    super.send(message, args)
    if (args.encoder && isSyncStep2(toUint8Array(args.encoder))) {
      this.#answered = true
      this.#underWay.push(this.made)
    }
  }

  override destroy(): void {
    this.#sendWaiting()
    super.destroy()
  }

  #forgetConnection(): void {
    this.#answered = false
    this.#refused = false
    this.#underWay = []
    this.#waiting = []
  }

  #isSocketOpen(): boolean {
    return this.configuration.websocketProvider.webSocket?.readyState === SOCKET_OPEN
  }

  #sendWaiting(): void {
    let settled = this.made - this.#waiting.length
    while (this.#waiting.length > 0) {
      const updates = this.#waiting.splice(0, MAX_MERGED)
      settled += updates.length
      const update = updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates(updates)
      if (!this.#isSocketOpen()) return
      this.configuration.websocketProvider.send(updateFrame(this.effectiveName, update))
      this.#underWay.push(settled)
    }
  }

  #book(settled: number): void {
    if (settled <= this.acknowledged) return
    this.unsaved.splice(0, settled - this.acknowledged)
    this.acknowledged = settled
  }

  #readStatus(frame: Uint8Array): void {
    const decoder = createDecoder(frame)
    readVarString(decoder)
    if (readVarUint(decoder) !== SYNC_STATUS) return
    const settled = this.#underWay.shift()
    if (readVarInt(decoder) !== 1) {
      this.#refused = true
      this.#waiting = []
      this.#watcher.onRefused(this.#rejection)
      return
    }
    if (this.#refused) return
    if (settled !== undefined) this.#book(settled)
    if (this.#underWay.length < MAX_UNDER_WAY) this.#sendWaiting()
    this.#watcher.onAcknowledged()
  }
}

function updateFrame(room: string, update: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, room)
  writeVarUint(encoder, SYNC)
  writeVarUint(encoder, SYNC_UPDATE)
  writeVarUint8Array(encoder, update)
  return toUint8Array(encoder)
}

function isSyncStep2(frame: Uint8Array): boolean {
  const decoder = createDecoder(frame)
  readVarString(decoder)
  return readVarUint(decoder) === SYNC && readVarUint(decoder) === SYNC_STEP_2
}
