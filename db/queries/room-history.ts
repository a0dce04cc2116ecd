import { and, asc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import { roomSnapshots, roomUpdates } from '#/db/schema/rooms.ts'
import type { Scope } from '#/db/scope.ts'
import { isId } from '#/lib/id.ts'
import type { StoredBytes } from './room-log.ts'

/** The rooms of a document whose history a member may see: its text, the shared layer, the member's own blind layers. */
export interface HistoryRooms {
  documentId: string
  text: string
  /** The shared layer first. */
  layers: string[]
}

/** Null when the workspace has no such document, or it is in the bin. */
export async function findHistoryRooms(db: Db, scope: Scope, documentId: string): Promise<HistoryRooms | null> {
  if (!isId(documentId)) return null
  const rows = await db
    .select({ layerId: layers.id })
    .from(documents)
    .leftJoin(layers, and(eq(layers.documentId, documents.id), or(eq(layers.kind, 'shared'), eq(layers.ownerId, scope.userId))))
    .where(and(eq(documents.workspaceId, scope.workspaceId), eq(documents.id, documentId), isNull(documents.deletedAt)))
    .orderBy(sql`${layers.kind} = 'shared' desc`, layers.createdAt, layers.id)
  if (rows.length === 0) return null
  return { documentId, text: `text/${documentId}`, layers: rows.flatMap(({ layerId }) => (layerId ? [`layer/${layerId}`] : [])) }
}

/** Work on a document that belongs together: from one point to the next. */
export interface Stretch {
  /** Last row of the log in it. */
  seq: number
  /** ms since 1970, of that row. */
  at: number
  /** Rows by who wrote them; null: the server's own. */
  rows: { by: string | null; text: number; tags: number }[]
}

/** A stretch of work ends with a pause of so many minutes ... */
const PAUSE_MINUTES = 10
/** ... or goes on in a new one after so many. */
const LONGEST_MINUTES = 60

/**
 * The log of some rooms in stretches of work, oldest first; the first row alone is one. Reads no content.
 *
 * @param cuts sequence numbers after which a stretch ends in any case
 */
export async function listStretches(db: Db, { text, layers }: HistoryRooms, cuts: readonly number[]): Promise<Stretch[]> {
  const rooms = sql.param([text, ...layers])
  const { rows } = await db.execute<{ stretch: string; seq: string; at: Date; by: string | null; text: string; tags: string }>(sql`
    with logged as (
      select seq, at, user_id, room = ${text} as is_text, row_number() over (order by seq) as n,
        at - lag(at) over (order by seq) > make_interval(mins => ${PAUSE_MINUTES}) as is_late
      from room_updates where room = any(${rooms}::text[])
    ), spells as (
      select *, count(*) filter (where n <= 2 or is_late) over (order by seq) as spell,
        width_bucket(seq - 1, ${sql.param(cuts.toSorted((a, b) => a - b))}::bigint[]) as cuts
      from logged
    ), parts as (
      select *, floor(extract(epoch from at - min(at) over (partition by spell)) / ${LONGEST_MINUTES * 60}) as part from spells
    ), stretches as (
      select *, dense_rank() over (order by spell, part, cuts) as stretch from parts
    )
    select stretch, max(seq) as seq, max(at) as at, user_id as by, count(*) filter (where is_text) as text,
      count(*) filter (where not is_text) as tags
    from stretches group by stretch, user_id order by stretch, seq`)
  const stretches = new Map<string, Stretch>()
  for (const { stretch, seq, at, by, text, tags } of rows) {
    const known = stretches.get(stretch)
    // In order of the last row of each person: the last one says where the stretch ends.
    const kept = [...(known?.rows ?? []), { by, text: Number(text), tags: Number(tags) }]
    stretches.set(stretch, { seq: Number(seq), at: new Date(at).getTime(), rows: kept })
  }
  return [...stretches.values()]
}

/** A row of the log with everything that replaying it needs. */
export interface HistoryRow extends StoredBytes {
  /** ms since 1970. */
  at: number
  by: string | null
}

/**
 * The log of a room after `after` up to and including `upTo`, in order: at most so many rows, and no more bytes than that
 * unless the first row alone is larger.
 */
export async function readHistoryRows(
  db: Db,
  room: string,
  { after, upTo, most }: { after: number; upTo: number; most: { rows: number; bytes: number } },
): Promise<HistoryRow[]> {
  const part = and(eq(roomUpdates.room, room), gt(roomUpdates.seq, after), lte(roomUpdates.seq, upTo))
  // The length is known without reading the bytes.
  const sized = db
    .select({ seq: roomUpdates.seq, size: sql<number>`octet_length(${roomUpdates.bytes})`.as('size') })
    .from(roomUpdates)
    .where(part)
    .orderBy(asc(roomUpdates.seq))
    .limit(most.rows)
    .as('sized')
  const page = db
    .select({ seq: sized.seq, before: sql<number>`sum(${sized.size}) over (order by ${sized.seq}) - ${sized.size}`.as('before') })
    .from(sized)
    .as('page')
  const rows = await db
    .select({ seq: roomUpdates.seq, at: roomUpdates.at, by: roomUpdates.userId, bytes: roomUpdates.bytes, crc32: roomUpdates.crc32 })
    .from(roomUpdates)
    .innerJoin(page, eq(page.seq, roomUpdates.seq))
    .where(lt(page.before, most.bytes))
    .orderBy(asc(roomUpdates.seq))
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }))
}

/** The snapshot of a room, unless it is younger than `upTo`. */
export async function readSnapshot(db: Db, room: string, upTo: number): Promise<StoredBytes | null> {
  const [row] = await db
    .select({ seq: roomSnapshots.seq, bytes: roomSnapshots.bytes, crc32: roomSnapshots.crc32 })
    .from(roomSnapshots)
    .where(and(eq(roomSnapshots.room, room), lte(roomSnapshots.seq, upTo)))
  return row ?? null
}

/** The first and the last sequence number in the log of some rooms; null when there is none. */
export async function findSeqRange(db: Db, rooms: readonly string[]): Promise<{ first: number; last: number } | null> {
  const [row] = await db
    .select({ first: sql<string | null>`min(${roomUpdates.seq})`, last: sql<string | null>`max(${roomUpdates.seq})` })
    .from(roomUpdates)
    .where(inArray(roomUpdates.room, [...rooms]))
  return row?.first && row.last ? { first: Number(row.first), last: Number(row.last) } : null
}
