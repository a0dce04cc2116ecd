import type { UnsavedRoom } from '#/lib/collab/unsaved-work.ts'
import { ASIDE, currentName, databasesOf, deleteDatabase, finished, openDeviceDatabase, ROOMS, result, UPDATES } from './device-database.ts'
import type { TroubleCause } from './trouble.ts'

/** An update as it is stored. */
export interface DeviceRow {
  key: number
  bytes: Uint8Array
  /** Not acknowledged by the server yet. */
  kept: boolean
  /** The page that made it; absent once it is acknowledged. */
  page?: string
}

/** What this device has of a room. */
export interface DeviceCopy {
  /** All stored updates, in order. */
  rows: DeviceRow[]
  /** The whole room was here once, so it may be read and written without the server. */
  isComplete: boolean
  /** The person could only read it then. */
  isReadOnly: boolean
}

/** An update to store; `kept`: not acknowledged by the server yet. */
export interface NewDeviceRow {
  bytes: Uint8Array
  kept: boolean
}

/** Work that was taken out of a room because it cannot be sent; it stays until the person gives it up. */
export interface AsideCopy extends UnsavedRoom {
  cause: TroubleCause
  /** What the server said, when it did. */
  reason: string | null
}

interface StoredRow {
  room: string
  bytes: Uint8Array
  /** The room again while the update is not acknowledged, otherwise absent: so the index `kept` has exactly those rows. */
  kept?: string
  page?: string
}

/** Of a room that is here as a whole. */
interface StoredRoom {
  isReadOnly: boolean
}

/** Texts and layers as this device last knew them, with the changes that the server has not acknowledged. */
export class DeviceStore {
  readonly name: string
  readonly #db: IDBDatabase

  private constructor(name: string, db: IDBDatabase) {
    this.name = name
    this.#db = db
  }

  /** The store of this page. @throws when the browser has no IndexedDB, or does not let us use it */
  static open(userId: string, generation: number): Promise<DeviceStore> {
    return DeviceStore.openNamed(currentName(userId, generation))
  }

  static async openNamed(name: string): Promise<DeviceStore> {
    return new DeviceStore(name, await openDeviceDatabase(name))
  }

  /** Removes everything this device keeps for a person, of all generations. */
  static async remove(userId: string, generation: number): Promise<void> {
    const names = new Set([currentName(userId, generation), ...(await databasesOf(userId)).map(({ name }) => name)])
    await Promise.all([...names].map(deleteDatabase))
  }

  async read(room: string): Promise<DeviceCopy> {
    const transaction = this.#db.transaction([UPDATES, ROOMS])
    const index = transaction.objectStore(UPDATES).index('room')
    const [keys, values, about] = await Promise.all([
      result(index.getAllKeys(room)),
      result<StoredRow[]>(index.getAll(room)),
      result<StoredRoom | undefined>(transaction.objectStore(ROOMS).get(room)),
    ])
    const rows = values.map(({ bytes, kept, page }, at) => ({
      key: keys[at] as number,
      bytes,
      kept: kept !== undefined,
      ...(page && { page }),
    }))
    return { rows, isComplete: about !== undefined, isReadOnly: about?.isReadOnly ?? true }
  }

  /** Stores updates in order; answers their keys. @param page the page that made them */
  async append(room: string, rows: readonly NewDeviceRow[], page: string): Promise<number[]> {
    const transaction = this.#db.transaction(UPDATES, 'readwrite')
    const store = transaction.objectStore(UPDATES)
    const requests = rows.map(({ bytes, kept }) => store.add({ room, bytes, ...(kept && { kept: room, page }) } satisfies StoredRow))
    await finished(transaction)
    return requests.map((request) => request.result as number)
  }

  /** Notes that the server has these updates now. */
  async acknowledge(keys: readonly number[]): Promise<void> {
    const transaction = this.#db.transaction(UPDATES, 'readwrite')
    const store = transaction.objectStore(UPDATES)
    for (const key of keys) {
      const request: IDBRequest<StoredRow | undefined> = store.get(key)
      request.onsuccess = () => {
        if (request.result?.kept) store.put({ room: request.result.room, bytes: request.result.bytes } satisfies StoredRow, key)
      }
    }
    await finished(transaction)
  }

  /** Replaces updates by one that has all of them; answers its key. */
  async compact(room: string, keys: readonly number[], bytes: Uint8Array): Promise<number> {
    const transaction = this.#db.transaction(UPDATES, 'readwrite')
    const store = transaction.objectStore(UPDATES)
    const request = store.add({ room, bytes } satisfies StoredRow)
    for (const key of keys) store.delete(key)
    await finished(transaction)
    return request.result as number
  }

  /** Notes that the whole room is here. */
  async markComplete(room: string, isReadOnly: boolean): Promise<void> {
    const transaction = this.#db.transaction(ROOMS, 'readwrite')
    transaction.objectStore(ROOMS).put({ isReadOnly } satisfies StoredRoom, room)
    await finished(transaction)
  }

  /**
   * Forgets a room, with what the server never took, and in the same step keeps a copy aside; answers the copy's key. What
   * other pages of this browser made there and wait to send stays: the copy does not have it.
   *
   * @param known the updates that are in the copy
   */
  async forget(room: string, known: readonly number[], aside: AsideCopy): Promise<number> {
    const transaction = this.#db.transaction([UPDATES, ROOMS, ASIDE], 'readwrite')
    const added = transaction.objectStore(ASIDE).add(aside)
    const updates = transaction.objectStore(UPDATES)
    const kept = updates.index('kept').getAllKeys(room)
    const all = updates.index('room').getAllKeys(room)
    const mine = new Set<IDBValidKey>(known)
    // Requests of a transaction are answered in order.
    all.onsuccess = () => {
      const others = new Set(kept.result.filter((key) => !mine.has(key)))
      for (const key of all.result) if (!others.has(key)) updates.delete(key)
    }
    transaction.objectStore(ROOMS).delete(room)
    await finished(transaction)
    return added.result as number
  }

  /** What was put aside, oldest first. */
  async aside(): Promise<{ key: number; copy: AsideCopy }[]> {
    const store = this.#db.transaction(ASIDE).objectStore(ASIDE)
    const [keys, copies] = await Promise.all([result(store.getAllKeys()), result<AsideCopy[]>(store.getAll())])
    return copies.map((copy, at) => ({ key: keys[at] as number, copy }))
  }

  async discardAside(key: number): Promise<void> {
    const transaction = this.#db.transaction(ASIDE, 'readwrite')
    transaction.objectStore(ASIDE).delete(key)
    await finished(transaction)
  }

  /** Rooms with changes that the server has not acknowledged, and which pages made those. */
  async roomsWithKept(): Promise<Map<string, Set<string>>> {
    const rows = await result<StoredRow[]>(this.#db.transaction(UPDATES).objectStore(UPDATES).index('kept').getAll())
    const rooms = new Map<string, Set<string>>()
    for (const { room, page = '' } of rows) rooms.set(room, (rooms.get(room) ?? new Set()).add(page))
    return rooms
  }

  close(): void {
    this.#db.close()
  }
}
