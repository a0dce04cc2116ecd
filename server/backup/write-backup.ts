import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { countSealedSecrets } from '#/db/backup/count-sealed-secrets.ts'
import { inOneState, readTable } from '#/db/backup/read-table.ts'
import { readLevel } from '#/db/backup/schema-level.ts'
import { listTables, readSequences, type TableShape } from '#/db/backup/tables.ts'
import type { Database, Db } from '#/db/client.ts'
import { lastLogSeq } from '#/db/queries/room-log.ts'
import { checkBackup } from './check-backup.ts'
import type { BackupHeader, BackupManifest, BackupSummary, Mark } from './manifest.ts'

/** Told how far the work is. */
export type Progress = (table: string, rows: number) => void

export interface BackupOptions {
  /** Version of the program, for the header. */
  version: string
  progress?: Progress
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

async function writeAll(tx: Db, kind: Database['kind'], file: string, { version, progress }: BackupOptions): Promise<BackupSummary> {
  const schema = await readLevel(tx)
  if (!schema) throw new Error('This database has no tables of Interline.')
  const header: BackupHeader = { format: 1, made: new Date().toISOString(), version, database: kind, schema }
  const out = new LineFile(file)
  try {
    await out.mark({ header })
    const manifest: BackupManifest = {
      tables: [],
      sequences: await readSequences(tx),
      logUpTo: await lastLogSeq(tx),
      sealedSecrets: await countSealedSecrets(tx),
    }
    for (const table of await listTables(tx)) manifest.tables.push(await writeTable(tx, table, out, progress))
    await out.mark({ manifest })
    await out.end()
    return { header, manifest }
  } catch (error) {
    out.abort()
    throw error
  }
}

async function writeTable(tx: Db, table: TableShape, out: LineFile, progress: Progress = () => {}) {
  await out.mark({ table })
  const hash = createHash('sha256')
  let rows = 0
  for await (const lines of readTable(tx, table)) {
    const text = `${lines.join('\n')}\n`
    hash.update(text)
    await out.write(text)
    rows += lines.length
    progress(table.name, rows)
  }
  return { name: table.name, rows, sha256: hash.digest('hex') }
}

/** Lines on their way through gzip into a file; waits when the disk is slower than the database. */
class LineFile {
  readonly #gzip = createGzip()
  readonly #file
  readonly #done: Promise<void>

  constructor(path: string) {
    this.#file = createWriteStream(path, { mode: 0o600, flags: 'wx' })
    this.#gzip.pipe(this.#file)
    this.#file.once('error', (error) => this.#gzip.destroy(error))
    this.#gzip.on('error', () => {}) // the file's own error, thrown by the next write
    this.#done = finished(this.#file)
    this.#done.catch(() => {}) // said by the write that fails, or by `end`
  }

  mark(mark: Mark): Promise<void> {
    return this.write(`#${JSON.stringify(mark)}\n`)
  }

  async write(text: string): Promise<void> {
    if (this.#gzip.errored) throw this.#gzip.errored
    if (!this.#gzip.write(text)) await Promise.race([once(this.#gzip, 'drain'), this.#done])
  }

  async end(): Promise<void> {
    this.#gzip.end()
    await this.#done
  }

  abort(): void {
    this.#gzip.destroy()
    this.#file.destroy()
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
