import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { auditLog } from '#/db/schema/audit.ts'
import type { Scope } from '#/db/scope.ts'
import type { AuditDetails, AuditEvent } from '#/lib/audit/audit-event.ts'
import { auditHash } from '#/lib/audit/audit-hash.ts'
import { CHAIN_START, type ChainEnd } from '#/lib/audit/check-chain.ts'
import { cleanDetails, cleanFact } from '#/lib/audit/clean-details.ts'

export interface AuditEntry {
  event: AuditEvent
  /** Null for what belongs to no workspace. */
  workspaceId: string | null
  /** Who did it; null: nobody who was signed in. */
  userId: string | null
  /** Id of what it was done to. */
  subject?: string
  details?: AuditDetails
}

const AUDIT_LOCK = 727_002

/**
 * Adds an entry to the audit log, bound to the one before by its hash. Call it inside the transaction of what it records,
 * as the LAST thing that waits for others: from here to the end of that transaction every other recorder waits. When the
 * transaction fails, there is no entry and no gap. Outside of a transaction it makes one of its own.
 */
export async function recordAudit(db: Db, entry: AuditEntry): Promise<void> {
  await db.transaction(async (tx) => {
    // A statement of its own: the next one then sees what the holder of the lock before committed.
    await tx.execute(sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`)
    const last = await findAuditHead(tx)
    const row = {
      seq: last.seq + 1,
      at: new Date(),
      workspaceId: entry.workspaceId,
      userId: entry.userId,
      event: entry.event,
      subject: cleanFact(entry.subject ?? ''),
      details: cleanDetails(entry.details ?? {}),
    }
    await tx.insert(auditLog).values({ ...row, hash: auditHash(last.hash, row) })
  })
}

/** The same for what a member did in their workspace. */
export function recordInWorkspace(
  tx: Db,
  { workspaceId, userId }: Scope,
  event: AuditEvent,
  about: Pick<AuditEntry, 'subject' | 'details'> = {},
): Promise<void> {
  return recordAudit(tx, { event, workspaceId, userId, ...about })
}

/** Whether something was recorded of this subject before. */
export async function isRecorded(db: Db, workspaceId: string, event: AuditEvent, subject: string): Promise<boolean> {
  const where = and(eq(auditLog.workspaceId, workspaceId), eq(auditLog.event, event), eq(auditLog.subject, subject))
  return (await db.select({ seq: auditLog.seq }).from(auditLog).where(where).limit(1)).length > 0
}

/** The last entry of the whole installation, also for who may read one workspace's entries only; seq 0 while there is none. */
export async function findAuditHead(db: Db): Promise<ChainEnd> {
  const { rows } = await db.execute<{ seq: string; hash: string }>(sql`select seq, hash from audit_head()`)
  const [last] = rows
  return last ? { seq: Number(last.seq), hash: last.hash } : CHAIN_START
}
