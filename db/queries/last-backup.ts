import { desc, eq } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { auditLog } from '#/db/schema/audit.ts'

/** When the last backup was recorded, ms since 1970; 0: never. */
export async function findLastBackup(db: Db): Promise<number> {
  const [row] = await db
    .select({ at: auditLog.at })
    .from(auditLog)
    .where(eq(auditLog.event, 'backed-up'))
    .orderBy(desc(auditLog.seq))
    .limit(1)
  return row?.at.getTime() ?? 0
}
