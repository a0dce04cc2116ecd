import { log } from './log.ts'
import { loopLagMs } from './loop-lag.ts'
import { runtime } from './runtime.ts'

const SILENT = 'The database did not answer.'
const LATE = 'The server is overloaded.'
/** What the event loop may be late, ms. */
const MOST_LAG_MS = 1000
const DATABASE_WITHIN_MS = 2000

export interface Health {
  ok: boolean
  database: 'embedded' | 'server'
  reason?: string
}

/** Whether the product can answer: its event loop keeps up, and the database replies within 2 s. */
export async function checkHealth(): Promise<Health> {
  const { database } = runtime()
  if (loopLagMs() > MOST_LAG_MS) return { ok: false, database: database.kind, reason: LATE }
  try {
    await within(DATABASE_WITHIN_MS, database.pool.query('select 1'))
    return { ok: true, database: database.kind }
  } catch (error) {
    // Anybody may ask, so the cause (it can name hosts and users) goes into the log only.
    log.error('health.database', error)
    return { ok: false, database: database.kind, reason: SILENT }
  }
}

/** @throws when the work takes longer */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const timeout = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms).unref())
  return Promise.race([work, timeout])
}
