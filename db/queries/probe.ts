import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'

/**
 * Commits something that changes nothing: a message in the write-ahead log, which goes to disk as every commit does.
 *
 * @throws when nothing can be written: no disk space, a server that only reads
 */
export async function probeWriting(db: Db): Promise<void> {
  await db.execute(sql`select pg_logical_emit_message(true, 'interline', '')`)
}
