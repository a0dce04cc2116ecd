import { insertKind } from '#/db/queries/actor-kinds.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listKinds, listThemes } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { insertTheme } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { codebookDifference } from '#/lib/codebook/codebook-state.ts'
import type { ImportUndo } from '#/lib/codebook/import/import-plan.ts'
import { planReadyMade } from '#/lib/codebook/ready-made/plan-ready-made.ts'
import { READY_MADE } from '#/lib/codebook/ready-made/shelf.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'

export interface ReadyMadeAdded {
  ok: true
  /** The version of the codebook it made: what taking it back asks for. */
  version: number
  themes: number
  kinds: number
}

/** Adds a ready-made codebook in one step, taken back as any import. What is there by name stays as it is. */
export async function addReadyMade(scope: Scope, id: string, deps: CodebookDeps): Promise<ReadyMadeAdded | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const ready = READY_MADE.find((each) => each.id === id)
  if (!ready) return { ok: false, reason: t('There is no such ready-made codebook.') }
  const outcome = await deps.db.transaction(async (tx): Promise<ReadyMadeAdded | Refused> => {
    await lockWorkspace(tx, scope)
    const was = { themes: await listThemes(tx, scope), kinds: await listKinds(tx, scope) }
    const { themes, kinds } = planReadyMade(ready, was, newId)
    if (themes.length + kinds.length === 0) return { ok: false, reason: t('Everything in {ready} is here already.', { ready: ready.name }) }
    for (const theme of themes) await insertTheme(tx, scope, theme)
    for (const kind of kinds) await insertKind(tx, scope, kind)
    const difference = codebookDifference(was, { themes: await listThemes(tx, scope), kinds: await listKinds(tx, scope) })
    const steps = themes.map((after) => ({ before: null, after }))
    const undo: ImportUndo = { kind: 'import', kinds: kinds.map((kind) => kind.slug), actors: [], themes: steps }
    const change = { act: 'imported', entry: 'codebook', entryId: null, name: ready.name, undo } as const
    const version = await recordCodebookChange(tx, scope, { ...change, ...difference })
    const counts = { themes: themes.length, kinds: kinds.length }
    await recordInWorkspace(tx, scope, 'ready-made-added', { subject: ready.id, details: { name: ready.name, ...counts } })
    return { ok: true, version, ...counts }
  })
  // Kinds are shown with actors.
  if (outcome.ok) for (const what of ['actors', 'themes'] as const) deps.notify(what, scope.workspaceId)
  return outcome
}
