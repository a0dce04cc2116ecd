import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'

/** Sets numbers of the log aside; answers the last one before them. @param count how many */
export async function makeRoomInLog(tx: Db, count: number): Promise<number> {
  const { rows } = await tx.execute<{ next: string }>(sql`select nextval('public.room_updates_seq_seq') as next`)
  const next = Number(rows[0]?.next)
  if (count > 0) await tx.execute(sql`select setval('public.room_updates_seq_seq', ${next + count}::bigint)`)
  return next
}

/** Ids of the documents of a workspace. */
export async function listDocumentIds(tx: Db, workspaceId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from documents where workspace_id = ${workspaceId} order by id`)
  return rows.map(({ id }) => id)
}

/** Whether there is a workspace of this id, live or in the bin. */
export async function hasWorkspace(tx: Db, workspaceId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from workspaces where id = ${workspaceId}`)
  return rows.length > 0
}
