import { deleteKind, reassignKind } from '#/db/queries/actor-kinds.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listCodebookChanges, markChangeUndone, recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { readWholeCodebook } from '#/db/queries/whole-codebook.ts'
import { findTaggedEntries, markEntriesDeleted, writeImport } from '#/db/queries/write-import.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { can } from '#/lib/access/roles.ts'
import { restKind } from '#/lib/codebook/actor-kinds.ts'
import { importDifference } from '#/lib/codebook/import/import-difference.ts'
import type { ImportUndo } from '#/lib/codebook/import/import-plan.ts'
import { planImportUndo } from '#/lib/codebook/import/undo-import.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'

/** `kept`: entries of the file that stay, because passages were tagged with them, or something was put below them. */
export type ImportUndone = { ok: true; kept: number }

/**
 * Takes an import of a codebook back as one change: what it made goes, what it changed is what it was, field by field; what
 * somebody did since stays.
 *
 * @param version the version of the codebook that the import made
 */
export async function undoCodebookImport(scope: Scope, version: number, deps: CodebookDeps): Promise<ImportUndone | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  try {
    const outcome = await deps.db.transaction(async (tx): Promise<ImportUndone | Refused> => {
      await lockWorkspace(tx, scope)
      const [change] = await listCodebookChanges(tx, scope, { after: version - 1, before: version + 1 })
      if (change?.act !== 'imported' || !change.undo) return { ok: false, reason: t('There is no such import to take back.') }
      if (change.undoneBy !== null) return { ok: false, reason: t('This import was taken back already.') }
      const undo = change.undo as ImportUndo
      const live = await readWholeCodebook(tx, scope)
      const ids = [...undo.actors, ...undo.themes].map(({ after }) => after.id)
      const plan = planImportUndo(live, undo, await findTaggedEntries(tx, scope, ids))
      const { actors, themes, gone, kinds, kept } = plan
      await markEntriesDeleted(tx, scope, 'actors', gone.actors)
      await markEntriesDeleted(tx, scope, 'themes', gone.themes)
      await writeImport(tx, scope, { kinds: [], actors, themes })
      // Actors in the bin must not come back as a kind there is not.
      const rest = restKind(live.kinds.filter(({ slug }) => !kinds.includes(slug)))
      for (const slug of kinds) {
        if (rest) await reassignKind(tx, scope, slug, rest.slug)
        await deleteKind(tx, scope, slug)
      }
      const difference = importDifference(live, { kinds: [], actors, themes }, { ...gone, kinds })
      const { name } = change
      const made = await recordCodebookChange(tx, scope, { act: 'undone', entry: 'codebook', entryId: null, name, ...difference })
      await markChangeUndone(tx, scope, version, made)
      await recordInWorkspace(tx, scope, 'codebook-import-taken-back', { details: { file: name, kept } })
      return { ok: true, kept }
    })
    if (outcome.ok) for (const what of ['actors', 'themes'] as const) deps.notify(what, scope.workspaceId)
    return outcome
  } catch (error) {
    if (isUniqueViolation(error))
      return {
        ok: false,
        reason: t('A name or key that an entry had before is taken by another one now. Rename that one, then undo the import.'),
      }
    throw error
  }
}
