import { listThemes } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { insertProposal } from '#/db/queries/proposals.ts'
import { insertTheme } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { isUniqueViolation } from '#/db/unique-violation.ts'
import { can } from '#/lib/access/roles.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import { cleanName } from '#/lib/codebook/clean-name.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import type { NewTheme } from '#/lib/codebook/input.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { freeHue } from '#/lib/codebook/theme-hue.ts'
import { cleanRules, longestText } from '#/lib/codebook/theme-rules.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { type CodebookDeps, MAY_NOT_PROPOSE } from './codebook-deps.ts'

/** Adds a theme, last among its siblings. A new branch takes the first free colour; a key that is taken stays where it is. Coders propose it, and can tag with it at once. */
export async function createTheme(scope: Scope, input: NewTheme, deps: CodebookDeps): Promise<{ ok: true; theme: Theme } | Refused> {
  if (!can(scope.role, 'propose-codebook')) return MAY_NOT_PROPOSE
  const parentId = input.parentId ?? null
  const name = cleanName(input.name)
  const id = newId()
  const state = can(scope.role, 'manage-codebook') ? 'live' : 'proposed'
  try {
    const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true; theme: Theme } | Refused> => {
      await lockWorkspace(tx, scope)
      const live = await listThemes(tx, scope)
      const siblings = live.filter((theme) => theme.parentId === parentId)
      const problem = checkEntry('theme', live, siblings, id, { name, parentId, hue: input.hue, text: longestText(input) })
      if (problem) return { ok: false, ...problem }
      const hue = input.hue ?? (parentId === null ? freeHue(siblings.map((theme) => theme.hue)) : null)
      const position = Math.max(-1, ...siblings.map((theme) => theme.position)) + 1
      const hotkey = live.some((other) => other.hotkey === input.hotkey) ? null : (input.hotkey ?? null)
      const theme: Theme = { id, name, parentId, ...cleanRules(input), hotkey, hue, position, state }
      await insertTheme(tx, scope, theme)
      if (state === 'proposed') await insertProposal(tx, scope, { ...input, kind: 'theme', entryId: id, name })
      const difference = codebookDifference({}, { themes: [theme] })
      await recordCodebookChange(tx, scope, { act: 'added', entry: 'theme', entryId: id, name, ...difference })
      return { ok: true, theme }
    })
    if (outcome.ok) deps.notify('themes', id)
    if (outcome.ok && state === 'proposed') deps.notify('proposals', id)
    return outcome
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, field: 'name', reason: t('A theme named “{name}” already exists here.', { name }) }
    throw error
  }
}
