import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, openDatabase } from '#/db/client.ts'
import type { Env } from '#/server/env.ts'
import { askServer } from './ask-server.ts'

export type OpenedReading = { ok: true; database: Database; close(): Promise<void> } | { ok: false; message: string }

/**
 * Opens this installation's database for a script that reads much of it while people work: the server it is on, a copy that
 * the running process makes of an embedded one, or, when nothing runs, the embedded database itself. The schema is left as
 * it is.
 *
 * @throws when another process holds the embedded database and does not listen; the message names it
 */
export async function openReading({ databaseUrl, dataDir }: Pick<Env, 'databaseUrl' | 'dataDir'>): Promise<OpenedReading> {
  if (databaseUrl) return opened(await openDatabase({ url: databaseUrl, migrate: false }))
  const copy = await askServer(dataDir, 'copy-database', {})
  if (copy && !copy.ok) return copy
  if (!copy?.folder) return opened(await openDatabase({ dataDir: join(dataDir, 'pg'), migrate: false }))
  const { folder } = copy
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    return opened(await openDatabase({ dataDir: join(folder, 'pg'), migrate: false, fsync: false }), remove)
  } catch (error) {
    await remove()
    throw error
  }
}

function opened(database: Database, remove = async () => {}): OpenedReading {
  return { ok: true, database, close: () => database.close().finally(remove) }
}
