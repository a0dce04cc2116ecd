import type { Db } from '#/db/client.ts'
import { deleteKind } from '#/db/queries/actor-kinds.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listActors, listKinds, listThemes } from '#/db/queries/codebook.ts'
import { findCodebookChange, markChangeUndone, recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { countTaggedWithThemes } from '#/db/queries/codebook-uses.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { markThemeDeleted } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import { isReadyMadeUndo, type ReadyMadeUndo } from '#/lib/codebook/ready-made/ready-made.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { counted } from '#/lib/counted.ts'
import { tellBoth } from './add-ready-made.ts'
import { type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'

/**
 * Takes back what adding a ready-made codebook did: its themes are deleted, its kinds removed. Refused once somebody works with
 * them: has tagged with a theme, put another one below it, or given a kind to an actor.
 */
export async function takeBackReadyMade(scope: Scope, version: number, deps: CodebookDeps): Promise<{ ok: true } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true } | Refused> => {
    await lockWorkspace(tx, scope)
    const change = await findCodebookChange(tx, scope, version)
    if (!change || !isReadyMadeUndo(change.undo)) return { ok: false, reason: 'There is nothing to take back.' }
    if (change.undoneBy !== null) return { ok: false, reason: 'This was taken back already.' }
    const was = { themes: await listThemes(tx, scope), kinds: await listKinds(tx, scope) }
    const problem = await whatIsUsed(tx, scope, change.undo, was.themes)
    if (problem) return { ok: false, reason: problem }
    for (const id of change.undo.themes) await markThemeDeleted(tx, scope, id)
    for (const slug of change.undo.kinds) await deleteKind(tx, scope, slug)
    const difference = codebookDifference(was, { themes: await listThemes(tx, scope), kinds: await listKinds(tx, scope) })
    const undoing = { act: 'undone', entry: 'codebook', entryId: null, name: change.name } as const
    await markChangeUndone(tx, scope, version, await recordCodebookChange(tx, scope, { ...undoing, ...difference }))
    await recordInWorkspace(tx, scope, 'ready-made-taken-back', { details: { name: change.name } })
    return { ok: true }
  })
  if (outcome.ok) tellBoth(deps)
  return outcome
}

async function whatIsUsed(tx: Db, scope: Scope, added: ReadyMadeUndo, live: readonly Theme[]): Promise<string | null> {
  const ids = new Set(added.themes)
  const below = live.find((theme) => theme.parentId !== null && ids.has(theme.parentId) && !ids.has(theme.id))
  if (below) return `“${below.name}” stands below one of its themes by now. Move it elsewhere first.`
  const tagged = await countTaggedWithThemes(tx, scope, added.themes)
  if (tagged > 0)
    return `${counted(tagged, 'statement')} ${tagged === 1 ? 'is' : 'are'} tagged with its themes by now. Delete or archive the themes instead.`
  const kinds = new Set(added.kinds)
  const actor = (await listActors(tx, scope)).find(({ kind }) => kinds.has(kind))
  return actor ? `“${actor.name}” is of one of its kinds by now. Give it another one first.` : null
}
