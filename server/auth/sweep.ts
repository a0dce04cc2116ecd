import type { Db } from '#/db/client.ts'
import { deleteOldPasswordResets } from '#/db/queries/password-resets.ts'
import { deleteOldSessions } from '#/db/queries/sessions.ts'
import { log } from '#/server/log.ts'

const EVERY_MS = 6 * 3600_000
/** So long sessions and links are kept after their end, ms: until then a link that was used says so. */
const KEEP_MS = 7 * 24 * 3600_000

/** Removes sessions and links to new passwords whose end lies a week back; now, and every six hours. */
export function startSweeping(db: Db): { stop(): Promise<void> } {
  const sweep = () => sweepAccounts(db).catch((error) => log.error('accounts.sweep', error))
  let under: Promise<void> = sweep()
  const timer = setInterval(() => {
    under = sweep()
  }, EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await under
    },
  }
}

/** Does it once. */
export async function sweepAccounts(db: Db, now: Date = new Date()): Promise<void> {
  const before = new Date(now.getTime() - KEEP_MS)
  await deleteOldSessions(db, before)
  await deleteOldPasswordResets(db, before)
}
