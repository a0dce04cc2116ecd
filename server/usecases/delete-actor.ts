import { markActorDeleted } from '#/db/queries/actors.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import type { ActorUndo } from '#/lib/codebook/undo.ts'
import { ACTOR_GONE, type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'
import { listEntries, recordEntryChange } from './record-entry-change.ts'

/**
 * Deletes an actor; the actors below it move up to its parent. Its tags stay in the layers, unseen, so bringing it back
 * brings them back.
 */
export async function deleteActor(scope: Scope, id: string, deps: CodebookDeps): Promise<{ ok: true; undo: ActorUndo } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const children = await deps.db.transaction(async (tx) => {
    await lockWorkspace(tx, scope)
    const was = await listEntries(tx, scope, 'actor')
    const actor = was.actors?.find((candidate) => candidate.id === id)
    if (!actor) return null
    const moved = await markActorDeleted(tx, scope, id, actor.parentId)
    await recordEntryChange(tx, scope, was, { act: 'deleted', entry: 'actor', entryId: id, name: actor.name })
    await recordInWorkspace(tx, scope, 'actor-deleted', { subject: id, details: { name: actor.name } })
    return moved
  })
  if (!children) return ACTOR_GONE
  deps.notify('actors', id)
  return { ok: true, undo: { id, children } }
}
