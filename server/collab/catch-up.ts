import type { Document } from '@hocuspocus/server'
import type { Db } from '#/db/client.ts'
import { readRoomUpdates } from '#/db/queries/room-log.ts'
import { log } from '#/server/log.ts'
import { applyRows } from './apply-rows.ts'
import type { Room } from './room.ts'
import { REPLAY } from './room-log.ts'

/**
 * After a commit that failed in doubt the log may hold a row that the document lacks: its sender may never come back to
 * send it again. Reads what was logged since and applies it; what is there already changes nothing. Those who have the
 * room open get it like any other change.
 */
export async function catchUp(db: Db, room: Room, document: Document): Promise<void> {
  const after = room.doubtAfter
  if (after === null) return
  const { doubts } = room
  try {
    const failed = applyRows(document, await readRoomUpdates(db, room.name, after), REPLAY)
    if (failed.length > 0) log.error('room.catch-up-damaged', `${failed.length} rows`, { room: room.name })
    // Another commit may have failed meanwhile; then there is more to read next time.
    if (room.doubts === doubts) room.doubtAfter = null
  } catch (error) {
    log.error('room.catch-up-failed', error, { room: room.name })
  }
}
