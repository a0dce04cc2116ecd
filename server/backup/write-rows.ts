import { createHash } from 'node:crypto'
import type { TableShape } from '#/db/backup/tables.ts'
import type { LineFile } from './line-file.ts'
import type { BackupManifest } from './manifest.ts'

/** Told how far the work is. */
export type Progress = (table: string, rows: number) => void

/** Writes a table and its rows, as `readTable` gives them. @returns what the manifest says of it */
export async function writeRows(
  out: LineFile,
  table: TableShape,
  batches: AsyncIterable<readonly string[]>,
  progress: Progress = () => {},
): Promise<BackupManifest['tables'][number]> {
  await out.mark({ table })
  const hash = createHash('sha256')
  let rows = 0
  for await (const lines of batches) {
    const text = `${lines.join('\n')}\n`
    hash.update(text)
    await out.write(text)
    rows += lines.length
    progress(table.name, rows)
  }
  return { name: table.name, rows, sha256: hash.digest('hex') }
}
