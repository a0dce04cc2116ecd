import { crc32 } from 'node:zlib'
import type { TableShape } from '#/db/backup/tables.ts'
import { LineFile } from '#/server/backup/line-file.ts'
import type { BackupHeader, BackupManifest } from '#/server/backup/manifest.ts'
import { type Piece, readPieces } from '#/server/backup/read-lines.ts'
import { writeRows } from '#/server/backup/write-rows.ts'
import { OtherIds } from './other-ids.ts'
import { ownIds } from './own-ids.ts'
import { isLayerRow } from './room-row.ts'

/** Tables in which what came in from outside stands word for word, and in which only what points elsewhere is renumbered. */
const WORD_FOR_WORD = new Set(['originals', 'users', 'room_updates'])

/**
 * Writes an archive again with other ids, so that it can be loaded beside the workspace it was made of.
 *
 * @param from an archive that was found to be whole
 * @param to a file that does not exist yet
 * @param shift see `OtherIds`
 */
export async function renumberArchive(from: string, to: string, shift: number): Promise<void> {
  const ids = new OtherIds(shift, await ownIds(from))
  const out = new LineFile(to)
  try {
    await renumber(readPieces(from), out, ids)
    await out.end()
  } catch (error) {
    out.abort()
    throw error
  }
}

async function renumber(pieces: AsyncGenerator<Piece>, out: LineFile, ids: OtherIds): Promise<void> {
  const manifest: BackupManifest = { tables: [], sequences: {}, logUpTo: 0, sealedSecrets: 0 }
  let piece = await pieces.next()
  /** The rows up to the next mark. */
  async function* rows(table: TableShape): AsyncGenerator<string[]> {
    for (piece = await pieces.next(); !piece.done && 'lines' in piece.value; piece = await pieces.next())
      yield piece.value.lines.map((line) => renumberLine(table, line, ids))
  }
  while (!piece.done && 'mark' in piece.value) {
    const { mark } = piece.value
    if ('table' in mark) manifest.tables.push(await writeRows(out, mark.table, rows(mark.table)))
    else {
      await out.mark('header' in mark ? { header: withOtherId(mark.header, ids) } : { manifest })
      piece = await pieces.next()
    }
  }
}

function withOtherId({ workspace, ...header }: BackupHeader, ids: OtherIds): BackupHeader {
  return { ...header, ...(workspace && { workspace: { ...workspace, id: ids.in(workspace.id) } }) }
}

/** A row with other ids. Of numbers nothing is read and written again, as they might not be written alike. */
function renumberLine(table: TableShape, line: string, ids: OtherIds): string {
  if (!WORD_FOR_WORD.has(table.name)) return ids.in(line)
  const columns = table.columns.filter(({ name, type }) => type === 'uuid' || name === 'room').map(({ name }) => name)
  const pointing = line.replace(new RegExp(`"(?:${columns.join('|')})":"[^"\\\\]*"`, 'g'), (field) => ids.in(field))
  return table.name === 'room_updates' ? renumberBytes(table, pointing, ids) : pointing
}

function renumberBytes(table: TableShape, line: string, ids: OtherIds): string {
  const row = JSON.parse(line) as Record<string, unknown>
  if (!isLayerRow(table, row)) return line
  const bytes = ids.inBytes(Buffer.from(row.bytes, 'base64'))
  return JSON.stringify({ ...row, bytes: bytes.toString('base64'), crc32: crc32(bytes) })
}
