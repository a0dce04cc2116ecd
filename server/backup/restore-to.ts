import { existsSync } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Database, openDatabase } from '#/db/client.ts'
import { findDocumentsBehind } from '#/db/queries/excerpt-projection.ts'
import { t } from '#/lib/message/t.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { type Restored, type RestoreOptions, restoreBackup } from './restore-backup.ts'

/** A place that has no database yet. */
export type RestoreTarget = { dataDir: string } | { databaseUrl: string }

export type RestoredTo = (Extract<Restored, { ok: true }> & { seconds: number }) | { ok: false; message: string }

/** Restores a backup to a new place. A folder only gets its database when all of it is there. */
export async function restoreTo(target: RestoreTarget, file: string, options: RestoreOptions = {}): Promise<RestoredTo> {
  const start = performance.now()
  if (!existsSync(file)) return { ok: false, message: t('There is no file {file}.', { file }) }
  const restored =
    'databaseUrl' in target ? await toServer(target.databaseUrl, file, options) : await toFolder(resolve(target.dataDir), file, options)
  return restored.ok ? { ...restored, seconds: (performance.now() - start) / 1000 } : restored
}

async function toServer(url: string, file: string, options: RestoreOptions): Promise<Restored> {
  const database = await openDatabase({ url, migrate: false })
  return restoreAndProject(database, file, options).finally(() => database.close())
}

async function toFolder(dataDir: string, file: string, options: RestoreOptions): Promise<Restored> {
  const folder = join(dataDir, 'pg')
  if (existsSync(folder)) {
    const files = (await readdir(folder)).length
    return { ok: false, message: `There is a database in ${folder} already (${files} files). Nothing was changed; choose a new folder.` }
  }
  const unfinished = join(dataDir, 'pg.restoring')
  await rm(unfinished, { recursive: true, force: true })
  try {
    const database = await openDatabase({ dataDir: unfinished, migrate: false })
    const restored = await restoreAndProject(database, file, options).finally(() => database.close())
    if (!restored.ok) return restored
    await rename(unfinished, folder)
    const handle = await open(dataDir, 'r')
    await handle.sync().finally(() => handle.close())
    return restored
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** When people write, excerpts are a moment behind: what the backup caught on its way is made here. */
async function restoreAndProject(database: Database, file: string, options: RestoreOptions): Promise<Restored> {
  const restored = await restoreBackup(database, file, options)
  if (restored.ok) for (const documentId of await findDocumentsBehind(database.db)) await projectDocument(database.db, documentId)
  return restored
}
