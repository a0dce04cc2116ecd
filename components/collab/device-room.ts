import * as Y from 'yjs'
import type { DeviceStore, NewDeviceRow } from './device-store.ts'

/** Changes are written to the device in batches this far apart, ms. */
const WRITE_EVERY_MS = 100
/** Stored updates of a room after which they are put together into one. */
const COMPACT_ABOVE = 300

interface Unwritten extends NewDeviceRow {
  /** Number of the local change; 0 for one that came from the server. */
  change: number
}

/** One room's copy on this device: follows the document, and knows which of its rows the server has. */
export class DeviceRoom {
  readonly #store: DeviceStore
  readonly #page: string
  readonly #room: string
  readonly #doc: Y.Doc
  readonly #onFailure: (error: unknown) => void
  #unwritten: Unwritten[] = []
  /** Stored rows the server has not acknowledged. Change 0: from an earlier visit, acknowledged with the first answer. */
  #kept: { key: number; change: number }[] = []
  #acknowledgedKeys: number[] = []
  #storedKeys: number[] = []
  #acknowledged = -1
  #timer: ReturnType<typeof setTimeout> | null = null
  #writing: Promise<void> = Promise.resolve()
  #closed = false

  /** @param page the name of this page among those of the browser */
  constructor(store: DeviceStore, page: string, room: string, doc: Y.Doc, onFailure: (error: unknown) => void) {
    this.#store = store
    this.#page = page
    this.#room = room
    this.#doc = doc
    this.#onFailure = onFailure
  }

  /**
   * Applies what is stored to the document.
   *
   * @returns the changes of earlier visits that wait for the server, whether the whole room is here, and whether the
   * person could only read it
   */
  async load(origin: unknown): Promise<{ kept: Uint8Array[]; isComplete: boolean; isReadOnly: boolean }> {
    const { rows, isComplete, isReadOnly } = await this.#store.read(this.#room)
    this.#doc.transact(() => {
      for (const { bytes } of rows) Y.applyUpdate(this.#doc, bytes, origin)
    }, origin)
    this.#storedKeys = rows.map((row) => row.key)
    const kept = rows.filter((row) => row.kept)
    this.#kept = kept.map(({ key }) => ({ key, change: 0 }))
    return { kept: kept.map(({ bytes }) => bytes), isComplete, isReadOnly }
  }

  /** Keys of the stored updates that are in the document. */
  get storedKeys(): readonly number[] {
    return this.#storedKeys
  }

  /** @param change number of a local change, counted from 1; 0 for one from the server */
  add(bytes: Uint8Array, change: number): void {
    this.#unwritten.push({ bytes, change, kept: change > 0 })
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_EVERY_MS)
  }

  /** The server has all local changes up to this number, and everything from earlier visits. */
  acknowledge(change: number): void {
    if (change <= this.#acknowledged) return
    this.#acknowledged = change
    const done = this.#kept.filter((row) => row.change <= change)
    if (done.length === 0) return
    this.#kept = this.#kept.filter((row) => row.change > change)
    this.#acknowledgedKeys.push(...done.map((row) => row.key))
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_EVERY_MS)
  }

  /**
   * Takes in changes that pages which are gone kept here and could not send.
   *
   * @param gone whether a page is
   * @param apply applies a change to the document; answers the number of the local change with which it will be acknowledged
   */
  adopt(gone: (page: string) => boolean, apply: (bytes: Uint8Array) => number): Promise<void> {
    return this.#run(async () => {
      const known = new Set(this.#storedKeys)
      for (const { key, bytes, kept, page } of (await this.#store.read(this.#room)).rows) {
        if (!kept || known.has(key) || !gone(page ?? '')) continue
        const change = apply(bytes)
        this.#storedKeys.push(key)
        if (change > this.#acknowledged) this.#kept.push({ key, change })
        else this.#acknowledgedKeys.push(key)
      }
      await this.#write()
    })
  }

  /** The whole room is here now. Noted after what it consists of: a copy that only began must not pass for whole. */
  markComplete(isReadOnly: boolean): void {
    void this.#run(async () => {
      await this.#write()
      await this.#store.markComplete(this.#room, isReadOnly)
    })
  }

  /** Writes what waits; resolves when it is on the device. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    return this.#run(() => this.#write())
  }

  async close(): Promise<void> {
    const flushed = this.flush()
    this.#closed = true
    await flushed
  }

  /** One after the other: keys must be known before they can be acknowledged. */
  #run(task: () => Promise<void>): Promise<void> {
    if (!this.#closed) this.#writing = this.#writing.then(task).catch(this.#onFailure)
    return this.#writing
  }

  async #write(): Promise<void> {
    const rows = this.#unwritten.splice(0).map((row) => ({ ...row, kept: row.change > this.#acknowledged && row.change > 0 }))
    if (rows.length > 0) {
      const keys = await this.#store.append(this.#room, rows, this.#page)
      this.#storedKeys.push(...keys)
      rows.forEach((row, at) => {
        if (!row.kept) return
        const stored = { key: keys[at] as number, change: row.change }
        if (row.change > this.#acknowledged) this.#kept.push(stored)
        else this.#acknowledgedKeys.push(stored.key)
      })
    }
    const acknowledged = this.#acknowledgedKeys.splice(0)
    if (acknowledged.length > 0) await this.#store.acknowledge(acknowledged)
    if (this.#storedKeys.length > COMPACT_ABOVE && this.#kept.length === 0 && this.#unwritten.length === 0) await this.#compact()
  }

  async #compact(): Promise<void> {
    const keys = this.#storedKeys
    this.#storedKeys = [await this.#store.compact(this.#room, keys, Y.encodeStateAsUpdate(this.#doc))]
  }
}
