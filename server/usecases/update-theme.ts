import { listThemes } from '#/db/queries/codebook.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { changeTheme } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { can } from '#/lib/access/roles.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { cleanName } from '#/lib/codebook/clean-name.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import type { ThemeChange } from '#/lib/codebook/input.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { freeHue } from '#/lib/codebook/theme-hue.ts'
import { type CodebookDeps, MAY_NOT_MANAGE, THEME_GONE } from './codebook-deps.ts'

/** Renames, defines or recolours a theme. A branch that gives up its colour takes the first free one. */
export async function updateTheme(
  scope: Scope,
  id: string,
  change: ThemeChange,
  deps: CodebookDeps,
): Promise<{ ok: true; theme: Theme } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  try {
    const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true; theme: Theme } | Refused> => {
      await lockWorkspace(tx, scope)
      const live = await listThemes(tx, scope)
      const was = live.find((theme) => theme.id === id)
      if (!was) return THEME_GONE
      const siblings = live.filter((theme) => theme.parentId === was.parentId && theme.id !== id)
      const problem = checkEntry('theme', live, siblings, id, { name: change.name, hue: change.hue, text: change.definition })
      if (problem) return { ok: false, ...problem }
      const hue = change.hue === undefined ? was.hue : change.hue
      const theme: Theme = {
        ...was,
        name: change.name === undefined ? was.name : cleanName(change.name),
        definition: change.definition === undefined ? was.definition : change.definition.trim(),
        hue: hue === null && was.parentId === null ? freeHue(siblings.map((sibling) => sibling.hue)) : hue,
      }
      await changeTheme(tx, scope, id, { name: theme.name, definition: theme.definition, hue: theme.hue })
      return { ok: true, theme }
    })
    if (outcome.ok) deps.notify('themes', id)
    return outcome
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, field: 'name', reason: 'Another theme here already has this name.' }
    throw error
  }
}
