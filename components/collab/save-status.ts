import type { ConnectionStatus, Stop } from './connection.ts'
import type { RoomStatus } from './room.ts'
import type { Trouble } from './trouble.ts'

/** A lost connection is called offline after so long, ms: most come back at once. */
export const OFFLINE_AFTER_MS = 1500
/** The same for a connection that stands while the server cannot open a room. */
export const STALLED_AFTER_MS = 8000

/** What people are told about their work. */
export interface SaveStatus {
  /** `saved` only when the server has committed everything that was made here. */
  state: 'connecting' | 'saved' | 'saving' | 'offline' | 'refused'
  /** Changes (text and tags) that only this device has. */
  kept: number
  /** Why nothing, or something, is not taken; only with `refused`. */
  trouble?: Trouble
}

/** What the save status is made of. */
export interface SaveFacts {
  connection: ConnectionStatus
  /** Why the connection was stopped for good; null while it was not. */
  stopped: Stop | null
  rooms: readonly Pick<RoomStatus, 'kept' | 'refusedReason' | 'isDenied'>[]
  /** For how long the connection or a room has been out of step with the server, ms; null when all are in step. */
  behindMs: number | null
}

/** The save status for these facts. */
export function saveStatus({ connection, stopped, rooms, behindMs }: SaveFacts): SaveStatus {
  const kept = rooms.reduce((sum, room) => sum + room.kept, 0)
  const trouble = stopped ?? troubleOf(rooms)
  if (trouble) return { state: 'refused', kept, trouble }
  if (behindMs !== null && behindMs >= (connection === 'open' ? STALLED_AFTER_MS : OFFLINE_AFTER_MS)) return { state: 'offline', kept }
  if (kept > 0) return { state: 'saving', kept }
  return { state: behindMs !== null && connection !== 'lost' ? 'connecting' : 'saved', kept }
}

function troubleOf(rooms: SaveFacts['rooms']): Trouble | null {
  const refused = rooms.find((room) => room.refusedReason !== null && room.kept > 0)
  if (refused) return { cause: 'refused', reason: refused.refusedReason }
  // A room that is closed to the person matters only when it has something of theirs.
  return rooms.some((room) => room.isDenied && room.kept > 0) ? { cause: 'denied' } : null
}
