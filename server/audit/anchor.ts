import type { Db } from '#/db/client.ts'
import { findAuditHead } from '#/db/queries/audit-log.ts'
import { log } from '#/server/log.ts'

const DAY_MS = 24 * 3600 * 1000

/**
 * Writes the hash of the last row of the audit log into the server's log, as `audit.anchor`: now, every day and at `stop`. That log
 * is kept elsewhere, so that rows cut off at the end are noticed: `npm run verify -- --anchor <hash>`.
 */
export function startAnchoring(db: Db, everyMs = DAY_MS): { stop(): Promise<void> } {
  const timer = setInterval(() => void anchor(db), everyMs)
  timer.unref()
  void anchor(db)
  return {
    stop() {
      clearInterval(timer)
      return anchor(db)
    },
  }
}

async function anchor(db: Db): Promise<void> {
  try {
    const { seq, hash } = await findAuditHead(db)
    if (seq > 0) log.info('audit.anchor', { seq, hash })
  } catch (error) {
    log.error('audit.anchor-failed', error)
  }
}
