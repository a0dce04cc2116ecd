import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { readWholeCodebook } from '#/db/queries/whole-codebook.ts'
import { findTakenEntryIds, writeImport } from '#/db/queries/write-import.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { importDifference } from '#/lib/codebook/import/import-difference.ts'
import type { ImportContext, ImportPlan, ImportUndo } from '#/lib/codebook/import/import-plan.ts'
import { planImport } from '#/lib/codebook/import/plan-import.ts'
import type { WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import type { Book } from '#/lib/format/codebook/book.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import type { ImportRefused } from './import-refused.ts'

/** Which ids of a file's entries are in use. */
export type TakenIds = Pick<ImportContext, 'takenIds' | 'deletedIds'>

/** Asked before the transaction: its connection may be the only one. @param everybodysDb sees all workspaces: which ids are in use is asked of everybody */
export function takenIdsOf(scope: Scope, book: Book, everybodysDb: Db): Promise<TakenIds> {
  return findTakenEntryIds(
    everybodysDb,
    scope,
    [...book.actors, ...book.themes].flatMap(({ id }) => id ?? []),
  )
}

/** What putting a book into the codebook would do, and the codebook as it is. */
export async function planBook(db: Db, scope: Scope, book: Book, taken: TakenIds): Promise<{ live: WholeCodebook; plan: ImportPlan }> {
  const live = await readWholeCodebook(db, scope)
  return { live, plan: planImport(live, book, { ...taken, merged: await readMerged(db, scope), newId }) }
}

export interface BookPutIn {
  ok: true
  /** The version of the codebook with it; null when the book changed nothing. */
  version: number | null
  added: number
  changed: number
  /** What the entries of the book are now, by its keys. */
  ids: ImportPlan['ids']
}

interface GivenBook {
  book: Book
  /** Of the codebook the preview was worked out for. */
  version: number
  fileName: string
  taken: TakenIds
}

/**
 * Puts a book into the codebook as one change, which can be taken back as one (undo-codebook-import.ts). Refused, with nothing done,
 * when the codebook is not at `version` any more, and when a name is taken by what the plan did not know.
 */
export async function putBookIn(db: Db, scope: Scope, given: GivenBook): Promise<BookPutIn | ImportRefused> {
  try {
    const put = await db.transaction((tx) => putIn(tx, scope, given))
    if (put) return put
    const message = t('Somebody changed the codebook meanwhile. Nothing was imported. This is what would happen now.')
    return { ok: false, reason: 'changed', message }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const message = t('Two entries of the file have names that count as the same. Nothing was imported. Rename one of them.')
    return { ok: false, reason: 'invalid', message }
  }
}

/** Null when the codebook is not at `version` any more. */
async function putIn(tx: Db, scope: Scope, { book, version, fileName, taken }: GivenBook): Promise<BookPutIn | null> {
  await lockWorkspace(tx, scope)
  const { live, plan } = await planBook(tx, scope, book, taken)
  if (live.version !== version) return null
  const steps = [...plan.actors, ...plan.themes]
  const added = steps.filter(({ before }) => before === null).length + plan.kinds.length
  const changed = steps.filter(({ before }) => before !== null).length
  if (added + changed === 0) return { ok: true, version: null, added, changed, ids: plan.ids }
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
  return { ok: true, version: made, added, changed, ids: plan.ids }
}
