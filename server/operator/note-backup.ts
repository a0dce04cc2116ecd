import { z } from 'zod'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { lastBackup } from '#/server/metrics.ts'
import { command } from './command.ts'

/** Records that a backup was made: in the audit log, and for whoever watches that there is one. */
export const noteBackup = command({
  input: z.object({ fileName: z.string(), sha256: z.string(), rows: z.number(), logUpTo: z.number(), made: z.iso.datetime() }),
  async run({ fileName, sha256, rows, logUpTo, made }, { database }) {
    const details = { fileName, sha256, rows, logUpTo, made }
    await recordAudit(database.db, { event: 'backed-up', workspaceId: null, userId: null, details })
    lastBackup.set(Date.parse(made) / 1000)
    return { ok: true }
  },
})
