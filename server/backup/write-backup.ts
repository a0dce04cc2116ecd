import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { workspaceParts } from '#/db/archive/workspace-parts.ts'
import { countSealedSecrets } from '#/db/backup/count-sealed-secrets.ts'
import { inOneState, type Reading, readTable } from '#/db/backup/read-table.ts'
import { readLevel } from '#/db/backup/schema-level.ts'
import { listTables, readSequences, type TableShape } from '#/db/backup/tables.ts'
import type { Database, Db } from '#/db/client.ts'
import { lastLogSeq } from '#/db/queries/room-log.ts'
import type { Sealed } from '#/server/archive/archive-seal.ts'
import { checkBackup } from './check-backup.ts'
import { LineFile } from './line-file.ts'
import type { BackupHeader, BackupManifest, BackupSummary } from './manifest.ts'
import { type Progress, writeRows } from './write-rows.ts'

export interface BackupOptions {
  /** Version of the program, for the header. */
  version: string
  progress?: Progress
  /** Only this workspace, as an archive; absent: everything. */
  workspace?: BackupHeader['workspace']
  /** Seals an archive. */
  seal?: (sealed: Sealed) => string
}

/**
 * Writes everything in a database, as it is at one moment, to one file that only its owner can read. The file appears under
 * its name when it is complete, on disk and was read back; a failure leaves nothing.
 *
 * @throws when the disk is full, or what was read back is not what was written
 */
export async function writeBackup(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  file: string,
  options: BackupOptions,
): Promise<BackupSummary> {
  const partial = `${file}.part`
  // What an interrupted backup left; a file or link of somebody else's is never written into.
  await rm(partial, { force: true })
  try {
    const summary = await inOneState(db, (tx) => writeAll(tx, kind, partial, options))
    await flush(partial)
    const readBack = await checkBackup(partial)
    if (!readBack.ok) throw new Error(`The backup was written but cannot be read back: ${readBack.message}`)
    if (JSON.stringify(readBack.manifest) !== JSON.stringify(summary.manifest))
      throw new Error('The backup read back is not what was written.')
    await rename(partial, file)
    await flush(dirname(file))
    return summary
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function writeAll(
  tx: Db,
  kind: Database['kind'],
  file: string,
  { version, progress, workspace, seal }: BackupOptions,
): Promise<BackupSummary> {
  const schema = await readLevel(tx)
  if (!schema) throw new Error('This database has no tables of Interline.')
  const header: BackupHeader = {
    format: 1,
    made: new Date().toISOString(),
    version,
    database: kind,
    schema,
    ...(workspace && { workspace }),
  }
  const out = new LineFile(file)
  try {
    await out.mark({ header })
    const manifest: BackupManifest = workspace
      ? { tables: [], sequences: {}, logUpTo: 0, sealedSecrets: 0 }
      : {
          tables: [],
          sequences: await readSequences(tx),
          logUpTo: await lastLogSeq(tx),
          sealedSecrets: await countSealedSecrets(tx),
        }
    const parts: { table: TableShape; reading?: Reading }[] = workspace
      ? await workspaceParts(tx, workspace.id)
      : (await listTables(tx)).map((table) => ({ table }))
    for (const { table, reading } of parts) manifest.tables.push(await writeRows(out, table, readTable(tx, table, reading), progress))
    if (seal) manifest.seal = seal({ header, shapes: parts.map(({ table }) => table), tables: manifest.tables })
    await out.mark({ manifest })
    await out.end()
    return { header, manifest }
  } catch (error) {
    out.abort()
    throw error
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
