import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { StoredBytes } from './room-log.ts'

/** What is stored of a room, without whom its writing belongs to. */
export interface StoredContent {
  snapshot: StoredBytes | null
  /** Everything after the snapshot, in order. */
  updates: StoredBytes[]
}

interface ContentRow extends Record<string, unknown> {
  room: string
  isSnapshot: boolean
  seq: string
  bytes: Uint8Array
  crc32: string
}

/** The contents of several rooms, of one moment: what a layer stands on is in the text. A room without any is absent. */
export async function readRooms(db: Db, rooms: readonly string[]): Promise<Map<string, StoredContent>> {
  const { rows } = await db.execute<ContentRow>(sql`
    select room, true as "isSnapshot", seq, bytes, crc32 from room_snapshots where room = any(${sql.param([...rooms])}::text[])
    union all
    select room, false, seq, bytes, crc32 from room_updates u where room = any(${sql.param([...rooms])}::text[])
      and seq > coalesce((select s.seq from room_snapshots s where s.room = u.room), 0)
    order by "isSnapshot" desc, seq`)
  const found = new Map<string, StoredContent>()
  for (const { room, isSnapshot, seq, bytes, crc32 } of rows) {
    const content = found.get(room) ?? { snapshot: null, updates: [] }
    found.set(room, content)
    const stored = { seq: Number(seq), bytes, crc32: Number(crc32) }
    if (isSnapshot) content.snapshot = stored
    else content.updates.push(stored)
  }
  return found
}
