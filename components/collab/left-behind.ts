import * as Y from 'yjs'
import type { UnsavedRoom } from '#/lib/collab/unsaved-work.ts'
import { databasesOf, deleteDatabase } from './device-database.ts'
import { type AsideCopy, DeviceStore } from './device-store.ts'
import type { Trouble } from './trouble.ts'

/** Work on this device that will not be sent any more: it is offered as a download until the person gives it up. */
export interface LeftBehind {
  id: string
  trouble: Trouble
  rooms: UnsavedRoom[]
  /** Number of changes. */
  changes: number
  /** It is on the device and will be there at the next visit. */
  isStored: boolean
  discard(): Promise<void>
}

/** A copy that was put aside; `store` null: only this window has it. */
export function leftAside(store: DeviceStore | null, key: number, { cause, reason, ...room }: AsideCopy): LeftBehind {
  return {
    id: `aside-${key}`,
    trouble: { cause, reason },
    rooms: [room],
    changes: room.changes.length,
    isStored: store !== null,
    discard: async () => store?.discardAside(key),
  }
}

/**
 * What databases of this device hold from another generation or schema; those with nothing to send are removed. Changes
 * under an older name of the same generation and schema are moved over and will be sent.
 *
 * @param restoredFrom when the backup was made that the present generation came from, ms since 1970
 */
export async function findLeftBehind(
  current: DeviceStore,
  of: { userId: string; generation: number; schema: number; page: string; restoredFrom: number | null },
): Promise<LeftBehind[]> {
  const found: LeftBehind[] = []
  for (const { name, generation, schema } of await databasesOf(of.userId)) {
    if (name === current.name) continue
    const isSame = generation === of.generation && schema === of.schema
    const past = await DeviceStore.openNamed(name)
    const rooms = await unsavedRooms(past)
    if (isSame) await moveOver(past, current, rooms, of.page)
    past.close()
    if (isSame || rooms.length === 0) {
      // A page of the other version may still have it open; it lets go by itself.
      void deleteDatabase(name).catch(() => {})
      continue
    }
    found.push({
      id: name,
      trouble: generation === of.generation ? { cause: 'earlier' } : { cause: 'restored', restoredFrom: of.restoredFrom },
      rooms,
      changes: rooms.reduce((sum, { changes }) => sum + changes.length, 0),
      isStored: true,
      discard: () => deleteDatabase(name),
    })
  }
  return found
}

async function unsavedRooms(store: DeviceStore): Promise<UnsavedRoom[]> {
  const rooms: UnsavedRoom[] = (await store.aside()).map(({ copy: { room, changes, state } }) => ({ room, changes, state }))
  for (const room of (await store.roomsWithKept()).keys()) {
    const { rows } = await store.read(room)
    const doc = new Y.Doc()
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
    rooms.push({ room, changes: rows.flatMap(({ kept, bytes }) => (kept ? [bytes] : [])), state: Y.encodeStateAsUpdate(doc) })
  }
  return rooms
}

async function moveOver(from: DeviceStore, to: DeviceStore, rooms: readonly UnsavedRoom[], page: string): Promise<void> {
  for (const { room } of rooms) {
    const { rows } = await from.read(room)
    await to.append(room, rows, page)
  }
}
