import { asc, gt } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { CHAIN_START, type ChainBreak, type ChainEnd, checkChain } from '#/lib/audit/check-chain.ts'

/** Rows that are read at a time: the database is free for others in between. */
const PAGE = 1000

export type AuditVerdict =
  /** `anchored`: whether a row has the hash that was asked for; null when none was. */
  { ok: true; count: number; head: ChainEnd; anchored: boolean | null } | ({ ok: false } & ChainBreak)

/**
 * Recomputes the hash of every row of the audit log. A changed, removed or swapped row breaks the chain; rows cut off at
 * the end do not, which is why the hash of the last one is written to the server's log every day (see server/audit/anchor.ts).
 *
 * @param anchor a hash noted earlier: it must still be in the chain
 */
export async function verifyAudit(
  db: Db,
  { anchor = null, page = PAGE }: { anchor?: string | null; page?: number } = {},
): Promise<AuditVerdict> {
  let head = CHAIN_START
  let anchored = anchor === null ? null : false
  for (;;) {
    const rows = await db.select().from(auditLog).where(gt(auditLog.seq, head.seq)).orderBy(asc(auditLog.seq)).limit(page)
    const checked = checkChain(head, rows)
    if (!checked.ok) return checked
    head = checked.end
    if (rows.some(({ hash }) => hash === anchor)) anchored = true
    if (rows.length < page) return { ok: true, count: head.seq, head, anchored }
  }
}
