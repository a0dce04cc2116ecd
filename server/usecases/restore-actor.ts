import { readDeletedActor, unmarkActorDeleted } from '#/db/queries/actors.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { checkEntry } from '#/lib/codebook/check-entry.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import type { ActorUndo } from '#/lib/codebook/undo.ts'
import { t } from '#/lib/message/t.ts'
import { type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'
import { listEntries, recordEntryChange } from './record-entry-change.ts'

/** Undoes a deletion. Actors that were moved elsewhere meanwhile stay there. */
export async function restoreActor(scope: Scope, undo: ActorUndo, deps: CodebookDeps): Promise<{ ok: true } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const outcome = await deps.db.transaction(async (tx): Promise<{ ok: true } | Refused> => {
    await lockWorkspace(tx, scope)
    const gone = await readDeletedActor(tx, scope, undo.id)
    if (!gone) return { ok: false, reason: t('There is nothing to bring back.') }
    const was = await listEntries(tx, scope, 'actor')
    const live = was.actors ?? []
    const problem = checkEntry('actor', live, live, undo.id, { name: gone.name })
    if (problem) return { ok: false, ...problem }
    const parentId = live.some((actor) => actor.id === gone.parentId) ? gone.parentId : null
    // Only those still standing where the deletion put them.
    const back = live.filter((actor) => undo.children.includes(actor.id) && actor.parentId === parentId).map((actor) => actor.id)
    await unmarkActorDeleted(tx, scope, undo.id, parentId, back)
    await recordEntryChange(tx, scope, was, { act: 'brought-back', entry: 'actor', entryId: undo.id, name: gone.name })
    await recordInWorkspace(tx, scope, 'actor-brought-back', { subject: undo.id, details: { name: gone.name } })
    return { ok: true }
  })
  if (outcome.ok) deps.notify('actors', undo.id)
  return outcome
}
