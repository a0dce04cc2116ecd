import { selfReferring } from '#/db/archive/load-order.ts'
import { loadPart } from '#/db/archive/load-part.ts'
import { hasWorkspace, listDocumentIds, makeRoomInLog } from '#/db/archive/make-room-in-log.ts'
import { writeAlike } from '#/db/backup/read-table.ts'
import { newestLevel } from '#/db/backup/schema-level.ts'
import { listTables, type TableShape } from '#/db/backup/tables.ts'
import type { Db } from '#/db/client.ts'
import { findAccountByEmail } from '#/db/queries/accounts.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { insertMember } from '#/db/queries/members.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import { t } from '#/lib/message/t.ts'
import { type CheckedBackup, checkBackup } from '#/server/backup/check-backup.ts'
import { readPieces } from '#/server/backup/read-lines.ts'

export type LoadedArchive =
  | { ok: true; workspaceId: string; name: string; documentIds: string[]; rows: number }
  | { ok: false; message: string }

/** What ended loading, in a sentence. */
class Refused extends Error {}

/**
 * Loads the archive of a workspace into this installation beside what is there, all or nothing, with the ids it had: so links into it go
 * on working, and its archive is the same again. For whoever runs the installation alone: nobody checked what the log of an archive says.
 *
 * @param file on this computer
 * @param email of the account it will belong to
 */
export async function loadArchive(db: Db, file: string, email: string): Promise<LoadedArchive> {
  const archive = await checkBackup(file)
  if (!archive.ok) return archive
  const { header, manifest } = archive
  const { workspace } = header
  if (!workspace) return { ok: false, message: t('This is a backup of a whole installation. Restore it with "npm run restore".') }
  if (header.schema.at !== newestLevel().at)
    return { ok: false, message: t('The archive was made with version {version}. Load it with that version.', { version: header.version }) }
  const account = await findAccountByEmail(db, normalEmail(email) ?? email)
  if (!account) return { ok: false, message: t('Nobody has an account with the address {email} here.', { email }) }
  if (await hasWorkspace(db, workspace.id))
    return { ok: false, message: t('The workspace “{name}” is here already. Delete it for good first.', { name: workspace.name }) }
  try {
    const documentIds = await db.transaction(async (tx) => {
      await load(tx, file, archive)
      await makeOwner(tx, workspace, account.id)
      return listDocumentIds(tx, workspace.id)
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { ok: true, workspaceId: workspace.id, name: workspace.name, documentIds, rows }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, message: error.message }
    if (isUniqueViolation(error)) return { ok: false, message: t('Something of this archive is here already. Nothing was loaded.') }
    throw error
  }
}

async function load(tx: Db, file: string, { shapes, manifest }: CheckedBackup & { ok: true }): Promise<void> {
  await writeAlike(tx)
  const tables = new Map((await listTables(tx)).map((table) => [table.name, table]))
  for (const shape of shapes)
    if (JSON.stringify(shape) !== JSON.stringify(tables.get(shape.name)))
      throw new Refused(t('The archive has a table "{table}" that this program does not have in the same form.', { table: shape.name }))
  const whole = await selfReferring(tx)
  const before = await makeRoomInLog(tx, await lastNumber(file))
  let table: TableShape | undefined
  let held: string[] = []
  const write = async (lines: readonly string[]) => {
    if (table) await loadPart(tx, table, lines, before)
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
  if (shapes.length !== manifest.tables.length) throw new Refused(t('The file is damaged: tables are missing.'))
}

/** The highest number of the log in an archive, which counts from 1. */
async function lastNumber(file: string): Promise<number> {
  let name = ''
  let last = 0
  for await (const piece of readPieces(file)) {
    if ('mark' in piece) name = 'table' in piece.mark ? piece.mark.table.name : ''
    else if (name === 'room_updates') for (const line of piece.lines) last = Math.max(last, (JSON.parse(line) as { seq: number }).seq)
  }
  return last
}

/** Whoever it is loaded for owns it, whatever they were in it. */
async function makeOwner(tx: Db, { id, name }: { id: string; name: string }, userId: string): Promise<void> {
  await insertMember(tx, id, userId, 'owner')
  await recordAudit(tx, { event: 'workspace-created', workspaceId: id, userId, subject: id, details: { name } })
}
