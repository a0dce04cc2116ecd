import { createHash } from 'node:crypto'
import { forgetStamps } from '#/db/backup/forget-stamps.ts'
import { emptyTable, loadRows, setSequences, withoutForeignKeys, withoutTriggers } from '#/db/backup/load-tables.ts'
import { readTable, writeAlike } from '#/db/backup/read-table.ts'
import { knowsLevel, migrateTo, newestLevel } from '#/db/backup/schema-level.ts'
import { countRows, listTables, type TableShape } from '#/db/backup/tables.ts'
import type { Database, Db } from '#/db/client.ts'
import { beginGeneration } from '#/db/queries/installation.ts'
import { revokeAllSessions } from '#/db/queries/sessions.ts'
import { t } from '#/lib/message/t.ts'
import { type CheckedBackup, checkBackup } from './check-backup.ts'
import type { BackupManifest, BackupSummary } from './manifest.ts'
import { readPieces } from './read-lines.ts'
import type { Progress } from './write-rows.ts'

export interface RestoreOptions {
  /** true: whoever was signed in when the backup was made is still signed in. */
  keepSessions?: boolean
  progress?: Progress
}

export type Restored = ({ ok: true; generation: number } & BackupSummary) | { ok: false; message: string }

/** Tables that a database has rows in from its first migration on. */
const NEVER_EMPTY = ['installation']

class Refused extends Error {}

/**
 * Loads a backup into an empty database, all or nothing: the file is read to its end and checked first, every table is
 * compared with the manifest before the load is committed. The schema is first brought to where it was when the backup was
 * made, then to what this program works with. What browsers kept from before the restore is refused from now on.
 *
 * @param database opened without migrating
 */
export async function restoreBackup(database: Database, file: string, options: RestoreOptions = {}): Promise<Restored> {
  const backup = await checkBackup(file)
  if (!backup.ok) return backup
  const { header, manifest } = backup
  if (header.workspace)
    return { ok: false, message: t('This is the archive of one workspace. Load it into an installation with "npm run archive".') }
  if (!knowsLevel(header.schema))
    return {
      ok: false,
      message: t('The backup is of a newer version of Interline ({version}). Restore it with that version.', { version: header.version }),
    }
  const there = await whatIsThere(database.db)
  if (there)
    return { ok: false, message: t('Only an empty database is restored into, and this one has {there}. Nothing was changed.', { there }) }
  try {
    await migrateTo(database, header.schema)
    await database.db.transaction((tx) => load(tx, file, backup, options.progress))
    await migrateTo(database, newestLevel())
    const generation = await database.db.transaction(async (tx) => {
      await forgetStamps(tx)
      if (!options.keepSessions) await revokeAllSessions(tx)
      return beginGeneration(tx, new Date(header.made))
    })
    return { ok: true, generation, header, manifest }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, message: error.message }
    throw error
  }
}

/** What an existing database holds, in words; null for an empty one. */
async function whatIsThere(db: Db): Promise<string | null> {
  const tables = (await listTables(db)).map(({ name }) => name).filter((name) => !NEVER_EMPTY.includes(name))
  const filled = await countRows(db, tables)
  return filled.length === 0 ? null : filled.map(({ table, rows }) => `${rows} rows in "${table}"`).join(', ')
}

async function load(
  tx: Db,
  file: string,
  { manifest, shapes }: CheckedBackup & { ok: true },
  progress: Progress = () => {},
): Promise<void> {
  await writeAlike(tx)
  const tables = new Map((await listTables(tx)).map((table) => [table.name, table]))
  for (const shape of shapes)
    if (!isSame(shape, tables.get(shape.name)))
      throw new Refused(`The backup has a table "${shape.name}" that this program does not have in the same form.`)
  for (const name of NEVER_EMPTY) await emptyTable(tx, name)
  await withoutTriggers(tx, () => withoutForeignKeys(tx, () => loadTables(tx, file, progress)))
  await setSequences(tx, manifest.sequences)
  await compare(tx, shapes, manifest)
}

async function loadTables(tx: Db, file: string, progress: Progress): Promise<void> {
  let table: TableShape | undefined
  let rows = 0
  for await (const piece of readPieces(file)) {
    if ('mark' in piece) {
      table = 'table' in piece.mark ? piece.mark.table : undefined
      rows = 0
    } else if (table) {
      await loadRows(tx, table, piece.lines)
      rows += piece.lines.length
      progress(table.name, rows)
    }
  }
}

function isSame(a: TableShape, b: TableShape | undefined): boolean {
  return JSON.stringify([a.columns, a.key]) === JSON.stringify([b?.columns, b?.key])
}

/** Reads back what was loaded. */
async function compare(tx: Db, shapes: TableShape[], { tables }: BackupManifest): Promise<void> {
  for (const [at, shape] of shapes.entries()) {
    const hash = createHash('sha256')
    let rows = 0
    for await (const lines of readTable(tx, shape)) {
      hash.update(`${lines.join('\n')}\n`)
      rows += lines.length
    }
    if (rows !== tables[at]?.rows || hash.digest('hex') !== tables[at].sha256)
      throw new Error(`The table "${shape.name}" as loaded is not what the backup says; nothing was kept.`)
  }
}
