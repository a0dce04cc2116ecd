/** What this device has of a room. */
export interface DeviceCopy {
  /** Keys and bytes of all stored updates, in order. */
  rows: { key: number; bytes: Uint8Array; kept: boolean }[]
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

interface StoredRow {
  room: string
  bytes: Uint8Array
  /** The room again while the update is not acknowledged, otherwise absent: so the index `kept` has exactly those rows. */
  kept?: string
}

/** Of a room that is here as a whole. */
interface StoredRoom {
  /** When it was last known to be, ms since 1970. */
  at: number
  isReadOnly: boolean
}

const UPDATES = 'updates'
const ROOMS = 'rooms'

/**
 * Texts and layers as this device last knew them, with the changes that the server has not acknowledged: one IndexedDB
 * database per person, so that signing out removes all of it at once.
 */
export class DeviceStore {
  readonly #db: IDBDatabase

  private constructor(db: IDBDatabase) {
    this.#db = db
  }

  /** @throws when the browser has no IndexedDB, or does not let us use it */
  static async open(userId: string): Promise<DeviceStore> {
    const request = indexedDB.open(nameOf(userId), 1)
    request.onupgradeneeded = () => {
      const updates = request.result.createObjectStore(UPDATES, { autoIncrement: true })
      updates.createIndex('room', 'room')
      updates.createIndex('kept', 'kept')
      request.result.createObjectStore(ROOMS)
    }
    const db = await result(request)
    // Another tab signs out: let it delete the database.
    db.onversionchange = () => db.close()
    return new DeviceStore(db)
  }

  /** Removes everything this device keeps for a person. */
  static async remove(userId: string): Promise<void> {
    await result(indexedDB.deleteDatabase(nameOf(userId)))
  }

  async read(room: string): Promise<DeviceCopy> {
    const transaction = this.#db.transaction([UPDATES, ROOMS])
    const index = transaction.objectStore(UPDATES).index('room')
    const [keys, values, about] = await Promise.all([
      result(index.getAllKeys(room)),
      result<StoredRow[]>(index.getAll(room)),
      result<StoredRoom | undefined>(transaction.objectStore(ROOMS).get(room)),
    ])
    const rows = values.map((row, at) => ({ key: keys[at] as number, bytes: row.bytes, kept: row.kept !== undefined }))
    return { rows, isComplete: about !== undefined, isReadOnly: about?.isReadOnly ?? true }
  }

  /** Stores updates in order; answers their keys. */
  async append(room: string, rows: readonly NewDeviceRow[]): Promise<number[]> {
    const transaction = this.#db.transaction(UPDATES, 'readwrite')
    const store = transaction.objectStore(UPDATES)
    const requests = rows.map(({ bytes, kept }) => store.add({ room, bytes, ...(kept && { kept: room }) } satisfies StoredRow))
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
        if (!request.result?.kept) return
        const { kept: _, ...row } = request.result
        store.put(row, key)
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
    transaction.objectStore(ROOMS).put({ at: Date.now(), isReadOnly } satisfies StoredRoom, room)
    await finished(transaction)
  }

  /** Forgets a room, with what the server never took. */
  async forget(room: string): Promise<void> {
    const { rows } = await this.read(room)
    const transaction = this.#db.transaction([UPDATES, ROOMS], 'readwrite')
    for (const { key } of rows) transaction.objectStore(UPDATES).delete(key)
    transaction.objectStore(ROOMS).delete(room)
    await finished(transaction)
  }

  /** Rooms with changes that the server has not acknowledged. */
  async roomsWithKept(): Promise<string[]> {
    const index = this.#db.transaction(UPDATES).objectStore(UPDATES).index('kept')
    const rooms: string[] = []
    return new Promise((resolve, reject) => {
      const request = index.openKeyCursor(null, 'nextunique')
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        const cursor = request.result
        if (!cursor) return resolve(rooms)
        rooms.push(cursor.key as string)
        cursor.continue()
      }
    })
  }

  close(): void {
    this.#db.close()
  }
}

function nameOf(userId: string): string {
  return `interline-${userId}`
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}
