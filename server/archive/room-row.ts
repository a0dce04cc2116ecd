import type { TableShape } from '#/db/backup/tables.ts'

/** A row of the log as archives have it. */
export interface RoomRow {
  room: string
  /** Base64. */
  bytes: string
  crc32: number
}

/** Whether a row is an update of a layer: those hold ids of actors, themes and statements. Texts hold words. */
export function isLayerRow(table: TableShape, row: object): row is RoomRow {
  return table.name === 'room_updates' && 'room' in row && typeof row.room === 'string' && row.room.startsWith('layer/')
}
