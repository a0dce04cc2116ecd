import type { Db } from '#/db/client.ts'
import { listActors } from '#/db/queries/codebook.ts'
import { recordCodebookChange } from '#/db/queries/codebook-changes.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { DetailProblem } from '#/lib/codebook/check-details.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import type { EntryFields } from '#/lib/codebook/codebook-change.ts'
import { ACTOR_GONE, type CodebookDeps, MAY_NOT_MANAGE } from './codebook-deps.ts'

/** The fields that a change touched, of this actor and of others, as they were and as they are; null: nothing changed. */
export type ActorEdit =
  | { ok: true; was: Readonly<Record<string, EntryFields>>; is: Readonly<Record<string, EntryFields>> }
  | { ok: true; was: null }

/**
 * One change of one live actor by somebody who may manage the codebook: in one transaction, one after the other in a workspace,
 * written into the change log, told to open pages.
 */
export async function editActor(
  scope: Scope,
  actorId: string,
  deps: CodebookDeps,
  edit: (tx: Db, actor: Actor, live: readonly Actor[]) => Promise<ActorEdit | DetailProblem>,
): Promise<{ ok: true } | DetailProblem> {
  if (!can(scope.role, 'manage-codebook')) return { ok: false, reason: MAY_NOT_MANAGE.reason }
  const outcome = await deps.db.transaction(async (tx): Promise<ActorEdit | DetailProblem> => {
    await lockWorkspace(tx, scope)
    const live = await listActors(tx, scope)
    const actor = live.find((candidate) => candidate.id === actorId)
    if (!actor) return { ok: false, reason: ACTOR_GONE.reason }
    const edited = await edit(tx, actor, live)
    if (!edited.ok || edited.was === null) return edited
    const difference = { before: { actors: edited.was }, after: { actors: edited.is } }
    await recordCodebookChange(tx, scope, { act: 'changed', entry: 'actor', entryId: actorId, name: actor.name, ...difference })
    return edited
  })
  if (!outcome.ok) return outcome
  if (outcome.was !== null) deps.notify('actors', actorId)
  return { ok: true }
}
