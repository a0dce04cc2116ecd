import * as Y from 'yjs'
import type { Room } from './room.ts'

/** Largest state of a room, bytes as Yjs encodes it. */
const MOST_BYTES = 20 << 20
/** Measuring a state of that size takes a tenth of a second, so it is not done for every message, ms. */
const MEASURE_EVERY_MS = 10_000

/** Whether an update still fits into a room. What only removes always does. */
export function hasSpace(room: Room, doc: Y.Doc, update: Uint8Array, now = performance.now()): boolean {
  if (room.bytes + update.length <= MOST_BYTES) return true
  if (Y.decodeUpdate(update).structs.length === 0) return true
  if (now - room.measuredAt >= MEASURE_EVERY_MS) {
    room.measuredAt = now
    room.bytes = Y.encodeStateAsUpdate(doc).length
  }
  return room.bytes + update.length <= MOST_BYTES
}
