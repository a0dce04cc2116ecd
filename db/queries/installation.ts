import { desc, eq, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { installation } from '#/db/schema/installation.ts'
import type { Installation } from '#/lib/collab/protocol.ts'
import { recordAudit } from './audit-log.ts'

/** The database's generation, and from which backup it came when it was restored. */
export async function findInstallation(db: Db): Promise<Installation> {
  const [row] = await db.select({ generation: installation.generation }).from(installation).limit(1)
  const [restored] = await db
    .select({ details: auditLog.details })
    .from(auditLog)
    .where(eq(auditLog.event, 'restored-from-backup'))
    .orderBy(desc(auditLog.seq))
    .limit(1)
  const madeAt = Date.parse(String(restored?.details.backupMadeAt))
  return { generation: row?.generation ?? 1, restoredFrom: Number.isNaN(madeAt) ? null : madeAt }
}

/**
 * Begins another past: for the end of a restore, before anybody is let in. Pages and devices of the generation before are
 * then turned away, so that nothing of what they kept is merged into the restored work.
 *
 * @param backupMadeAt when the backup was made
 * @returns the new generation
 */
export async function beginGeneration(db: Db, backupMadeAt: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(installation)
      .set({ generation: sql`${installation.generation} + 1` })
      .returning({ generation: installation.generation })
    if (!row) throw new Error('The database has no row in "installation": its migrations did not run')
    const details = { backupMadeAt: backupMadeAt.toISOString(), generation: row.generation }
    await recordAudit(tx, { event: 'restored-from-backup', workspaceId: null, userId: null, details })
    return row.generation
  })
}
