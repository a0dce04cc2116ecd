import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { can } from '#/lib/access/roles.ts'
import { type ImportPreview, previewOf } from '#/lib/codebook/import/import-preview.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import type { ImportRefusal } from '#/lib/format/import/import-result.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { CodebookReading } from '#/server/jobs/read-codebook.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { planBook, putBookIn, takenIdsOf } from './put-book-in.ts'

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
  const { live, plan } = await planBook(deps.db, scope, read.book, await takenIdsOf(scope, read.book, deps.everybodysDb))
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
  const { book } = read
  const given = { book, version, fileName: oneLine(file.fileName), taken: await takenIdsOf(scope, book, deps.everybodysDb) }
  try {
    const done = await deps.db.transaction((tx) => putBookIn(tx, scope, given))
    if (!done) return CHANGED
    if (done.version !== null) for (const what of ['actors', 'themes'] as const) deps.notify(what, scope.workspaceId)
    return { ok: true, version: done.version, added: done.added, changed: done.changed }
  } catch (error) {
    if (isUniqueViolation(error)) return TAKEN
    throw error
  }
}
