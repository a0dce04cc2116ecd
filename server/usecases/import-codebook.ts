import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { readWholeCodebook } from '#/db/queries/whole-codebook.ts'
import { findTakenEntryIds, writeImport } from '#/db/queries/write-import.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { can } from '#/lib/access/roles.ts'
import { importDifference } from '#/lib/codebook/import/import-difference.ts'
import type { ImportContext, ImportUndo } from '#/lib/codebook/import/import-plan.ts'
import { type ImportPreview, previewOf } from '#/lib/codebook/import/import-preview.ts'
import { planImport } from '#/lib/codebook/import/plan-import.ts'
import type { BookSort, ReadBook } from '#/lib/format/codebook/book.ts'
import type { ImportRefusal } from '#/lib/format/import/import-result.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { CodebookReading } from '#/server/jobs/read-codebook.ts'
import type { CodebookDeps } from './codebook-deps.ts'

export interface CodebookFile {
  fileName: string
  bytes: Uint8Array
  /** What entries become that the file does not call actors or themes. */
  unsaid: BookSort
}

export interface CodebookImportDeps extends CodebookDeps {
  /** Sees all workspaces: which ids are in use is asked of everybody. */
  everybodysDb: Db
  read: CodebookReading['read']
}

/** A code, and the sentence for the person who added the file. `changed`: the codebook is not what the preview was worked out for. */
export interface CodebookImportRefused {
  ok: false
  reason: ImportRefusal | 'forbidden' | 'changed' | 'invalid'
  message: string
}

export interface CodebookImported {
  ok: true
  /** The version of the codebook with it; null when the file changed nothing. */
  version: number | null
  added: number
  changed: number
}

export const MAY_NOT_IMPORT_CODEBOOK: CodebookImportRefused = {
  ok: false,
  reason: 'forbidden',
  get message() {
    return t('Only editors and owners can import a codebook.')
  },
}
const CHANGED: CodebookImportRefused = {
  ok: false,
  reason: 'changed',
  get message() {
    return t('Somebody changed the codebook meanwhile. Nothing was imported. This is what would happen now.')
  },
}
const TAKEN: CodebookImportRefused = {
  ok: false,
  reason: 'invalid',
  get message() {
    return t('Two entries of the file have names that count as the same. Nothing was imported. Rename one of them.')
  },
}

/** What a file would do to the codebook. Changes nothing. */
export async function previewCodebookImport(
  scope: Scope,
  file: CodebookFile,
  deps: CodebookImportDeps,
): Promise<({ ok: true } & ImportPreview) | CodebookImportRefused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_IMPORT_CODEBOOK
  const read = await deps.read(file, scope.userId)
  if (!read.ok) return read
  const taken = await takenIds(scope, read, deps)
  const live = await readWholeCodebook(deps.db, scope)
  const plan = planImport(live, read.book, { ...taken, merged: await readMerged(deps.db, scope), newId })
  return { ok: true, ...previewOf(plan, live.version, read.notes) }
}

/**
 * Puts a file into the codebook as one change, which can be taken back as one (undo-codebook-import.ts).
 *
 * @param version of the codebook the preview was worked out for; what it said is what is done, or nothing
 */
export async function importCodebook(
  scope: Scope,
  { version, ...file }: CodebookFile & { version: number },
  deps: CodebookImportDeps,
): Promise<CodebookImported | CodebookImportRefused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_IMPORT_CODEBOOK
  const read = await deps.read(file, scope.userId)
  if (!read.ok) return read
  const about = { version, fileName: oneLine(file.fileName), read, taken: await takenIds(scope, read, deps) }
  try {
    const done = await deps.db.transaction((tx) => applyIn(tx, scope, about))
    if (done.ok && done.version !== null) for (const what of ['actors', 'themes'] as const) deps.notify(what, scope.workspaceId)
    return done
  } catch (error) {
    if (isUniqueViolation(error)) return TAKEN
    throw error
  }
}

interface Applied {
  version: number
  fileName: string
  read: ReadBook
  taken: Pick<ImportContext, 'takenIds' | 'deletedIds'>
}

async function applyIn(
  tx: Db,
  scope: Scope,
  { version, fileName, read, taken }: Applied,
): Promise<CodebookImported | CodebookImportRefused> {
  await lockWorkspace(tx, scope)
  const live = await readWholeCodebook(tx, scope)
  if (live.version !== version) return CHANGED
  const plan = planImport(live, read.book, { ...taken, merged: await readMerged(tx, scope), newId })
  const steps = [...plan.actors, ...plan.themes]
  const added = steps.filter(({ before }) => before === null).length + plan.kinds.length
  const changed = steps.filter(({ before }) => before !== null).length
  if (added + changed === 0) return { ok: true, version: null, added, changed }
  await writeImport(tx, scope, plan)
  const undo: ImportUndo = { kind: 'import', kinds: plan.kinds.map(({ slug }) => slug), actors: plan.actors, themes: plan.themes }
  const difference = importDifference(live, plan)
  const made = await recordCodebookChange(tx, scope, {
    act: 'imported',
    entry: 'codebook',
    entryId: null,
    name: fileName,
    ...difference,
    undo,
  })
  await recordInWorkspace(tx, scope, 'codebook-imported', { details: { file: fileName, added, changed, version: made } })
  return { ok: true, version: made, added, changed }
}

/** Asked before the transaction: its connection may be the only one. */
function takenIds(scope: Scope, { book }: ReadBook, { everybodysDb }: CodebookImportDeps) {
  const ids = [...book.actors, ...book.themes].flatMap(({ id }) => id ?? [])
  return findTakenEntryIds(everybodysDb, scope, ids)
}
