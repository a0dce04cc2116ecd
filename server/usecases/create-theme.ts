import { listThemes } from '#/db/queries/codebook.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { insertTheme } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { can } from '#/lib/access/roles.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { cleanName } from '#/lib/codebook/clean-name.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import type { NewTheme } from '#/lib/codebook/input.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { freeHue } from '#/lib/codebook/theme-hue.ts'
import { newId } from '#/lib/id.ts'
import { type CodebookDeps, MAY_NOT_PROPOSE } from './codebook-deps.ts'

/** Adds a theme, last among its siblings. A new branch takes the first free colour. Coders may. */
export async function createTheme(scope: Scope, input: NewTheme, deps: CodebookDeps): Promise<{ ok: true; theme: Theme } | Refused> {
  if (!can(scope.role, 'propose-codebook')) return MAY_NOT_PROPOSE
  const parentId = input.parentId ?? null
  const name = cleanName(input.name)
  const definition = input.definition?.trim() ?? ''
  const id = newId()
  try {
    const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true; theme: Theme } | Refused> => {
      await lockWorkspace(tx, scope)
      const live = await listThemes(tx, scope)
      const siblings = live.filter((theme) => theme.parentId === parentId)
      const problem = checkEntry('theme', live, siblings, id, { name, parentId, hue: input.hue, text: definition })
      if (problem) return { ok: false, ...problem }
      const hue = input.hue ?? (parentId === null ? freeHue(siblings.map((theme) => theme.hue)) : null)
      const position = Math.max(-1, ...siblings.map((theme) => theme.position)) + 1
      const { include = '', exclude = '', examples = [], hotkey = null } = input
      const rules = { definition, include: include.trim(), exclude: exclude.trim(), examples, hotkey }
      const theme: Theme = { id, name, parentId, ...rules, hue, position, state: 'live' }
      await insertTheme(tx, scope, theme)
      return { ok: true, theme }
    })
    if (outcome.ok) deps.notify('themes', id)
    return outcome
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, field: 'name', reason: `A theme named “${name}” already exists here.` }
    throw error
  }
}
