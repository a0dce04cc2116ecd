import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { roomQuarantine, roomSnapshots, roomUpdates } from '#/db/schema/rooms.ts'
import type { StoredBytes } from './room-log.ts'

/** A row of the log that could not be applied, and why. */
export interface DamagedRow {
  seq: number
  reason: string
}

/** The rows of a room that were put aside. */
export async function readQuarantine(db: Db, room: string): Promise<DamagedRow[]> {
  return db.select({ seq: roomQuarantine.seq, reason: roomQuarantine.reason }).from(roomQuarantine).where(eq(roomQuarantine.room, room))
}

/** Puts rows of the log aside; they stay in the log. @returns those that were not aside already */
export async function putIntoQuarantine(db: Db, rows: readonly DamagedRow[]): Promise<DamagedRow[]> {
  if (rows.length === 0) return []
  const { rows: added } = await db.execute<{ seq: string }>(sql`
    insert into room_quarantine (seq, room, workspace_id, reason)
    select log.seq, log.room, log.workspace_id, damaged.reason
    from unnest(${sql.param(rows.map((row) => row.seq))}::bigint[], ${sql.param(rows.map((row) => row.reason))}::text[]) as damaged (seq, reason)
    join room_updates log on log.seq = damaged.seq
    on conflict do nothing
    returning seq`)
  const seqs = new Set(added.map((row) => Number(row.seq)))
  return rows.filter((row) => seqs.has(row.seq))
}

/** Takes rows back that are sound again. The snapshot was made without them, so it goes too; the next opening replays the log. */
export async function takeFromQuarantine(db: Db, room: string, seqs: readonly number[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(roomQuarantine).where(inArray(roomQuarantine.seq, [...seqs]))
    await tx.delete(roomSnapshots).where(eq(roomSnapshots.room, room))
  })
}

/** Some rows of the log. */
export async function readLogRows(db: Db, seqs: readonly number[]): Promise<StoredBytes[]> {
  if (seqs.length === 0) return []
  return db
    .select({ seq: roomUpdates.seq, bytes: roomUpdates.bytes, crc32: roomUpdates.crc32 })
    .from(roomUpdates)
    .where(inArray(roomUpdates.seq, [...seqs]))
    .orderBy(roomUpdates.seq)
}
