import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listThemes } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { readDeletedTheme, unmarkThemeDeleted, writeThemePlaces } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { placesAfterRestore } from '#/lib/codebook/theme-places.ts'
import type { ThemeUndo } from '#/lib/codebook/undo.ts'
import { t } from '#/lib/message/t.ts'
import { type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'

/** Undoes a deletion: the theme returns to its place, the themes that stood below it return with their colours. */
export async function restoreTheme(scope: Scope, undo: ThemeUndo, deps: CodebookDeps): Promise<{ ok: true } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true } | Refused> => {
    await lockWorkspace(tx, scope)
    const gone = await readDeletedTheme(tx, scope, undo.id)
    if (!gone) return { ok: false, reason: t('There is nothing to bring back.') }
    const live = await listThemes(tx, scope)
    const parentId = live.some((theme) => theme.id === gone.parentId) ? gone.parentId : null
    const below = new Set(undo.children.map((child) => child.id))
    const rivals = live.filter((theme) => theme.parentId === parentId && !below.has(theme.id))
    const problem = checkEntry('theme', live, rivals, undo.id, { name: gone.name })
    if (problem) return { ok: false, ...problem }
    // Its children leave the level first: one of them may have its name by now.
    const places = placesAfterRestore(live, gone, undo.children)
    await writeThemePlaces(
      tx,
      scope,
      places.filter((place) => place.id !== undo.id),
    )
    const hotkey = live.some((theme) => theme.hotkey === gone.hotkey) ? null : gone.hotkey
    await unmarkThemeDeleted(tx, scope, undo.id, { ...(places.find((place) => place.id === undo.id) ?? gone), hotkey })
    const difference = codebookDifference({ themes: live }, { themes: await listThemes(tx, scope) })
    await recordCodebookChange(tx, scope, { act: 'brought-back', entry: 'theme', entryId: undo.id, name: gone.name, ...difference })
    await recordInWorkspace(tx, scope, 'theme-brought-back', { subject: undo.id, details: { name: gone.name } })
    return { ok: true }
  })
  if (outcome.ok) deps.notify('themes', undo.id)
  return outcome
}
