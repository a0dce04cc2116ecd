import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { t } from '#/lib/message/t.ts'
import type { Env } from '#/server/env.ts'
import { openReading } from '#/server/operator/open-reading.ts'
import { runCommand } from '#/server/operator/run-command.ts'
import type { BackupSummary } from './manifest.ts'
import { productVersion } from './product-version.ts'
import { writeBackup } from './write-backup.ts'
import type { Progress } from './write-rows.ts'

export type BackedUp =
  | ({ ok: true; file: string; bytes: number; rows: number; seconds: number } & BackupSummary)
  | { ok: false; message: string }

/**
 * Backs this installation up to a file while people work, and records that in its audit log.
 *
 * @param to a file that does not exist yet, or a folder to put one in
 */
export async function backUp(env: Pick<Env, 'databaseUrl' | 'dataDir'>, to: string, progress?: Progress): Promise<BackedUp> {
  const file = fileFor(to)
  if (existsSync(file)) return { ok: false, message: t('There is a file {file} already. Choose another name.', { file }) }
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
  const start = performance.now()
  const reading = await openReading(env)
  if (!reading.ok) return reading
  const summary = await writeBackup(reading.database, file, { version: productVersion(), progress }).finally(() => reading.close())
  const rows = summary.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const sha256 = await hashOf(file)
  const { made } = summary.header
  await runCommand('note-backup', { fileName: file.split('/').at(-1) ?? '', sha256, rows, logUpTo: summary.manifest.logUpTo, made })
  return { ok: true, file, bytes: statSync(file).size, rows, seconds: (performance.now() - start) / 1000, ...summary }
}

function fileFor(to: string): string {
  const path = resolve(to)
  const isFolder = to.endsWith('/') || (existsSync(path) && statSync(path).isDirectory())
  if (!isFolder) return path
  const time = new Date().toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z')
  return join(path, `interline-${time}.backup.gz`)
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
