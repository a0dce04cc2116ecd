import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listThemes } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { markThemeDeleted, writeThemePlaces } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { clashAfterDelete, placesAfterDelete } from '#/lib/codebook/theme-places.ts'
import type { ThemeUndo } from '#/lib/codebook/undo.ts'
import { type CodebookDeps, cannotMoveUp, MAY_NOT_MANAGE, THEME_GONE } from './codebook-deps.ts'

/**
 * Deletes a theme; the themes below it take its place. Its tags stay in the layers, unseen, so bringing it back brings
 * them back.
 */
export async function deleteTheme(scope: Scope, id: string, deps: CodebookDeps): Promise<{ ok: true; undo: ThemeUndo } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true; undo: ThemeUndo } | Refused> => {
    await lockWorkspace(tx, scope)
    const live = await listThemes(tx, scope)
    const gone = live.find((theme) => theme.id === id)
    if (!gone) return THEME_GONE
    const children = live.filter((theme) => theme.parentId === id)
    const clash = clashAfterDelete(live, id)
    if (clash) return cannotMoveUp(clash)
    await markThemeDeleted(tx, scope, id)
    await writeThemePlaces(tx, scope, placesAfterDelete(live, id))
    const difference = codebookDifference({ themes: live }, { themes: await listThemes(tx, scope) })
    await recordCodebookChange(tx, scope, { act: 'deleted', entry: 'theme', entryId: id, name: gone.name, ...difference })
    await recordInWorkspace(tx, scope, 'theme-deleted', { subject: id, details: { name: gone.name } })
    return { ok: true, undo: { id, children: children.map(({ id, parentId, hue, position }) => ({ id, parentId, hue, position })) } }
  })
  if (outcome.ok) deps.notify('themes', id)
  return outcome
}
