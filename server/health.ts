import { runtime } from './runtime.ts'

/** Whether the product can answer: the database replies within 2 s. */
export async function checkHealth(): Promise<{ ok: boolean; database: 'embedded' | 'server'; reason?: string }> {
  const { database } = runtime()
  const timeout = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('The database did not answer in 2 s')), 2000).unref())
  try {
    await Promise.race([database.pool.query('select 1'), timeout])
    return { ok: true, database: database.kind }
  } catch (error) {
    return { ok: false, database: database.kind, reason: error instanceof Error ? error.message : String(error) }
  }
}
