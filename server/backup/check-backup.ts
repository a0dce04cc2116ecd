import { createHash, type Hash } from 'node:crypto'
import type { TableShape } from '#/db/backup/tables.ts'
import { t } from '#/lib/message/t.ts'
import type { BackupHeader, BackupManifest, BackupSummary } from './manifest.ts'
import { NoBackup, readPieces } from './read-lines.ts'

export type CheckedBackup = ({ ok: true; shapes: TableShape[] } & BackupSummary) | { ok: false; message: string }

/** Reads a backup from beginning to end and compares every table with what the manifest says of it. Changes nothing. */
export async function checkBackup(file: string): Promise<CheckedBackup> {
  try {
    return await check(file)
  } catch (error) {
    if (error instanceof NoBackup) return { ok: false, message: error.message }
    throw error
  }
}

async function check(file: string): Promise<CheckedBackup> {
  let header: BackupHeader | null = null
  let manifest: BackupManifest | null = null
  const shapes: TableShape[] = []
  const found: { name: string; rows: number; hash: Hash }[] = []
  for await (const piece of readPieces(file)) {
    const table = found.at(-1)
    if (manifest) throw new NoBackup(t('The file is damaged: something follows its end.'))
    if ('lines' in piece) {
      if (!table) throw new NoBackup(t('This is neither an archive nor a backup of Interline.'))
      table.hash.update(`${piece.lines.join('\n')}\n`)
      table.rows += piece.lines.length
    } else if ('header' in piece.mark) header = piece.mark.header
    else if (!header) throw new NoBackup(t('This is neither an archive nor a backup of Interline.'))
    else if ('manifest' in piece.mark) manifest = piece.mark.manifest
    else {
      shapes.push(piece.mark.table)
      found.push({ name: piece.mark.table.name, rows: 0, hash: createHash('sha256') })
    }
  }
  if (!header || !manifest)
    throw new NoBackup(header ? t('The file ends early: it was cut off.') : t('This is neither an archive nor a backup of Interline.'))
  const { tables } = manifest
  for (const [at, { name, rows, hash }] of found.entries()) {
    const said = tables[at]
    if (said?.name !== name || said.rows !== rows || said.sha256 !== hash.digest('hex'))
      throw new NoBackup(t('The file is damaged: the table "{name}" is not what was written.', { name }))
  }
  if (found.length !== tables.length) throw new NoBackup(t('The file is damaged: tables are missing.'))
  return { ok: true, header, manifest, shapes }
}
