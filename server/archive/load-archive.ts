import { selfReferring } from '#/db/archive/load-order.ts'
import { loadPart } from '#/db/archive/load-part.ts'
import { hasWorkspace, listDocumentIds, makeRoomInLog } from '#/db/archive/make-room-in-log.ts'
import { stampEverything } from '#/db/archive/stamp-everything.ts'
import { writeAlike } from '#/db/backup/read-table.ts'
import { newestLevel } from '#/db/backup/schema-level.ts'
import { listTables, type TableShape } from '#/db/backup/tables.ts'
import type { Db } from '#/db/client.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { t } from '#/lib/message/t.ts'
import type { CheckedBackup } from '#/server/backup/check-backup.ts'
import { readPieces } from '#/server/backup/read-lines.ts'

/** An archive that was read to its end and found whole. */
export type CheckedArchive = CheckedBackup & { ok: true }

export type LoadedArchive =
  | { ok: true; workspaceId: string; documentIds: string[]; rows: number }
  | { ok: false; reason: 'invalid' | 'here-already'; message: string }

export interface ArchiveLoading {
  /** On this computer. */
  file: string
  archive: CheckedArchive
  /** false: nobody whom the archive calls a member becomes one. */
  withMembers: boolean
  /** In the same transaction, once everything is there. */
  finish(tx: Db, workspaceId: string): Promise<void>
  progress?: (done: number, of: number) => void
}

/** What ended loading, in a sentence. */
class Refused extends Error {}

/** Why an archive can never be loaded into this installation; null when it can. */
export function whyNoArchive({ header }: CheckedArchive): string | null {
  if (!header.workspace) return t('This is a backup of a whole installation. Restore it with "npm run restore".')
  if (header.schema.at === newestLevel().at) return null
  return t('The archive was made with version {version}. Load it with that version.', { version: header.version })
}

/**
 * Loads the archive of a workspace beside what is here, all or nothing, with the ids it has. Nothing of what its log says is checked:
 * the archive is from whoever runs the installation, or from the installation itself.
 */
export async function loadArchive(db: Db, loading: ArchiveLoading): Promise<LoadedArchive> {
  const { header, manifest } = loading.archive
  const why = whyNoArchive(loading.archive)
  if (why || !header.workspace) return { ok: false, reason: 'invalid', message: why ?? '' }
  const { id, name } = header.workspace
  if (await hasWorkspace(db, id)) {
    const message = t('The workspace “{name}” is here already. Delete it for good first.', { name })
    return { ok: false, reason: 'here-already', message }
  }
  try {
    const documentIds = await db.transaction(async (tx) => {
      await load(tx, loading)
      await stampEverything(tx, id)
      await loading.finish(tx, id)
      return listDocumentIds(tx, id)
    })
    return { ok: true, workspaceId: id, documentIds, rows: countRows(manifest) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: 'invalid', message: error.message }
    const message = t('Something of this archive is here already. Nothing was loaded.')
    if (isUniqueViolation(error)) return { ok: false, reason: 'here-already', message }
    throw error
  }
}

async function load(tx: Db, { file, archive, withMembers, progress = () => {} }: ArchiveLoading): Promise<void> {
  await writeAlike(tx)
  await compareShapes(tx, archive)
  const whole = await selfReferring(tx)
  const before = await makeRoomInLog(tx, await lastNumber(file))
  const of = countRows(archive.manifest)
  let done = 0
  let table: TableShape | undefined
  let held: string[] = []
  const write = async (lines: readonly string[]) => {
    if (table && (withMembers || table.name !== 'members')) await loadPart(tx, table, lines, before)
    done += lines.length
    progress(done, of)
  }
  for await (const piece of readPieces(file)) {
    if ('mark' in piece) {
      await write(held)
      held = []
      table = 'table' in piece.mark ? piece.mark.table : undefined
    } else if (table && whole.has(table.name)) held.push(...piece.lines)
    else await write(piece.lines)
  }
  await write(held)
}

async function compareShapes(tx: Db, { shapes }: CheckedArchive): Promise<void> {
  const tables = new Map((await listTables(tx)).map((table) => [table.name, table]))
  for (const shape of shapes)
    if (JSON.stringify(shape) !== JSON.stringify(tables.get(shape.name)))
      throw new Refused(t('The archive has a table "{table}" that this program does not have in the same form.', { table: shape.name }))
}

/** The highest number of the log in an archive: they count from 1, in order. */
async function lastNumber(file: string): Promise<number> {
  let name = ''
  let last = 0
  for await (const piece of readPieces(file)) {
    if ('mark' in piece) name = 'table' in piece.mark ? piece.mark.table.name : ''
    else if (name === 'room_updates') last = (JSON.parse(piece.lines.at(-1) ?? '{"seq":0}') as { seq: number }).seq
  }
  return last
}

function countRows({ tables }: CheckedArchive['manifest']): number {
  return tables.reduce((sum, table) => sum + table.rows, 0)
}
