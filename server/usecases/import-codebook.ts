import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { type CodebookImported, type ImportPreview, previewOf } from '#/lib/codebook/import/import-preview.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { CodebookReading } from '#/server/jobs/read-codebook.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import type { ImportRefused } from './import-refused.ts'
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

export const MAY_NOT_IMPORT_CODEBOOK: ImportRefused = {
  ok: false,
  reason: 'forbidden',
  get message() {
    return t('Only editors and owners can import a codebook.')
  },
}

/** What a file would do to the codebook. Changes nothing. */
export async function previewCodebookImport(
  scope: Scope,
  file: CodebookFile,
  deps: CodebookImportDeps,
): Promise<({ ok: true } & ImportPreview) | ImportRefused> {
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
): Promise<CodebookImported | ImportRefused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_IMPORT_CODEBOOK
  const read = await deps.read(file, scope.userId)
  if (!read.ok) return read
  const { book } = read
  const given = { book, version, fileName: oneLine(file.fileName), taken: await takenIdsOf(scope, book, deps.everybodysDb) }
  const put = await putBookIn(deps.db, scope, given)
  if (!put.ok) return put
  if (put.version !== null) for (const what of ['actors', 'themes'] as const) deps.notify(what, scope.workspaceId)
  return { ok: true, version: put.version, added: put.added, changed: put.changed }
}
