import { listThemes } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { changeTheme } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { can } from '#/lib/access/roles.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { cleanName } from '#/lib/codebook/clean-name.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import type { ThemeChange } from '#/lib/codebook/input.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { freeHue } from '#/lib/codebook/theme-hue.ts'
import { cleanRules, longestText } from '#/lib/codebook/theme-rules.ts'
import { t } from '#/lib/message/t.ts'
import { type CodebookDeps, MAY_NOT_MANAGE, THEME_GONE } from './codebook-deps.ts'

/**
 * Renames, defines or recolours a theme, or gives it a key. A branch that gives up its colour takes the first free one; a key
 * that another theme has is taken from it.
 */
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
      const problem = checkEntry('theme', live, siblings, id, { name: change.name, hue: change.hue, text: longestText(change) })
      if (problem) return { ok: false, ...problem }
      const hue = change.hue === undefined ? was.hue : change.hue
      const theme: Theme = {
        ...was,
        name: change.name === undefined ? was.name : cleanName(change.name),
        ...cleanRules({
          definition: change.definition ?? was.definition,
          include: change.include ?? was.include,
          exclude: change.exclude ?? was.exclude,
          examples: change.examples ?? was.examples,
        }),
        hotkey: change.hotkey === undefined ? was.hotkey : change.hotkey,
        hue: hue === null && was.parentId === null ? freeHue(siblings.map((sibling) => sibling.hue)) : hue,
      }
      const rivals = live.filter((other) => other.id !== id && other.hotkey !== null && other.hotkey === theme.hotkey)
      for (const rival of rivals) await changeTheme(tx, scope, rival.id, { hotkey: null })
      const { id: _, ...columns } = theme
      await changeTheme(tx, scope, id, columns)
      const difference = codebookDifference(
        { themes: [was, ...rivals] },
        { themes: [theme, ...rivals.map((rival) => ({ ...rival, hotkey: null }))] },
      )
      await recordCodebookChange(tx, scope, { act: 'changed', entry: 'theme', entryId: id, name: was.name, ...difference })
      return { ok: true, theme }
    })
    if (outcome.ok) deps.notify('themes', id)
    return outcome
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, field: 'name', reason: t('Another theme here already has this name.') }
    throw error
  }
}
