import { markActorDeleted } from '#/db/queries/actors.ts'
import { listActors } from '#/db/queries/codebook.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { ACTOR_GONE, type CodebookDeps, MAY_NOT_MANAGE, type Refused } from './codebook-deps.ts'

/** What {@link restoreActor} needs to put a deleted actor back. */
export interface ActorUndo {
  id: string
  /** Ids of the actors that stood below it. */
  children: string[]
}

/**
 * Deletes an actor; the actors below it move up to its parent. Its tags stay in the layers, unseen, so bringing it back
 * brings them back.
 */
export async function deleteActor(scope: Scope, id: string, deps: CodebookDeps): Promise<{ ok: true; undo: ActorUndo } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const children = await deps.db.transaction(async (tx) => {
    await lockWorkspace(tx, scope)
    const actor = (await listActors(tx, scope)).find((candidate) => candidate.id === id)
    return actor && (await markActorDeleted(tx, scope, id, actor.parentId))
  })
  if (!children) return ACTOR_GONE
  deps.notify('actors', id)
  return { ok: true, undo: { id, children } }
}
