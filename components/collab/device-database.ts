import { SCHEMA } from '#/lib/collab/protocol.ts'

/*
 * One IndexedDB database per person, generation and schema, so that signing out removes all of it at once, and what
 * belongs to another past of the server or to another model is never merged by mistake.
 */

export const UPDATES = 'updates'
export const ROOMS = 'rooms'
export const ASIDE = 'aside'
const VERSION = 2

/** Which database of this device. */
export interface DeviceDatabase {
  userId: string
  generation: number
  schema: number
}

/** @throws when the browser has no IndexedDB, or does not let us use it */
export async function openDeviceDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, VERSION)
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      const updates = request.result.createObjectStore(UPDATES, { autoIncrement: true })
      updates.createIndex('room', 'room')
      updates.createIndex('kept', 'kept')
      request.result.createObjectStore(ROOMS)
    }
    request.result.createObjectStore(ASIDE, { autoIncrement: true })
  }
  const db = await result(request)
  // Another page signs out: let it delete the database.
  db.onversionchange = () => db.close()
  return db
}

/** The database of this person, generation and the schema of this page. */
export function currentName(userId: string, generation: number): string {
  return `interline-${userId}-${generation}-${SCHEMA}`
}

/** All databases this device has for a person; none where the browser does not tell. */
export async function databasesOf(userId: string): Promise<(DeviceDatabase & { name: string })[]> {
  const all = (await indexedDB.databases?.()) ?? []
  return all.flatMap(({ name = '' }) => {
    // The first version of the product had one per person, of the first generation and schema.
    const match = /^interline-([0-9a-f-]{36})(?:-(\d+)-(\d+))?$/.exec(name)
    if (match?.[1] !== userId) return []
    return { name, userId, generation: Number(match[2] ?? 1), schema: Number(match[3] ?? 1) }
  })
}

/** Resolves when it is gone; waits for pages that have it open. */
export async function deleteDatabase(name: string): Promise<void> {
  await result(indexedDB.deleteDatabase(name))
}

/** What a request answers. @throws what made it fail */
export function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Resolves when a transaction is on the device. @throws when it was taken back: a full disk, say */
export function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}
