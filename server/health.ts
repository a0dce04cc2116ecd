import { log } from './log.ts'
import { runtime } from './runtime.ts'

const SILENT = 'The database did not answer.'

/** Whether the product can answer: the database replies within 2 s. */
export async function checkHealth(): Promise<{ ok: boolean; database: 'embedded' | 'server'; reason?: string }> {
  const { database } = runtime()
  const timeout = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(SILENT)), 2000).unref())
  try {
    await Promise.race([database.pool.query('select 1'), timeout])
    return { ok: true, database: database.kind }
  } catch (error) {
    // Anybody may ask, so the cause (it can name hosts and users) goes into the log only.
    log.error('health.database', error)
    return { ok: false, database: database.kind, reason: SILENT }
  }
}
