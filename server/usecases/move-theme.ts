import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listThemes } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { writeThemePlaces } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import type { ThemeMove } from '#/lib/codebook/input.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { placesAfterMove } from '#/lib/codebook/theme-places.ts'
import { type CodebookDeps, MAY_NOT_MANAGE, THEME_GONE } from './codebook-deps.ts'

/** Puts a theme, with all below it, under another one or at the top. `undo` is the move that takes it back. */
export async function moveTheme(
  scope: Scope,
  id: string,
  to: ThemeMove,
  deps: CodebookDeps,
): Promise<{ ok: true; undo: ThemeMove } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true; undo: ThemeMove } | Refused> => {
    await lockWorkspace(tx, scope)
    const live = await listThemes(tx, scope)
    const was = live.find((theme) => theme.id === id)
    if (!was) return THEME_GONE
    const rivals = live.filter((theme) => theme.parentId === to.parentId)
    const problem = checkEntry('theme', live, rivals, id, { name: was.name, parentId: to.parentId, hue: to.hue })
    if (problem) return { ok: false, ...problem }
    const siblings = live.filter((theme) => theme.parentId === was.parentId)
    const next = siblings[siblings.indexOf(was) + 1]
    await writeThemePlaces(tx, scope, placesAfterMove(live, id, to))
    const difference = codebookDifference({ themes: live }, { themes: await listThemes(tx, scope) })
    await recordCodebookChange(tx, scope, { act: 'moved', entry: 'theme', entryId: id, name: was.name, ...difference })
    const above = live.find((theme) => theme.id === to.parentId)?.name ?? null
    await recordInWorkspace(tx, scope, 'theme-moved', { subject: id, details: { name: was.name, under: above } })
    return { ok: true, undo: { parentId: was.parentId, beforeId: next?.id ?? null, hue: was.hue } }
  })
  if (outcome.ok) deps.notify('themes', id)
  return outcome
}
