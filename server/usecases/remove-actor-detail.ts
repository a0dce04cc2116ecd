import { deleteDetail, listMemberships, readActorDetails } from '#/db/queries/actor-details.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorDetails } from '#/lib/codebook/actor-details.ts'
import { logged, loggedMemberships } from '#/lib/codebook/logged-details.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { type ActorEdit, editActor } from './edit-actor.ts'

export const DETAILS = ['memberships', 'externalIds', 'designations'] as const satisfies readonly (keyof ActorDetails)[]
export type DetailKind = (typeof DETAILS)[number]

/** Removes a membership, an identifier or a designation of an actor. Removed already, it is as wished. */
export async function removeActorDetail(scope: Scope, actorId: string, what: DetailKind, id: string, deps: CodebookDeps) {
  return editActor(scope, actorId, deps, async (tx): Promise<ActorEdit> => {
    const list: readonly { id: string }[] = (await readActorDetails(tx, scope, actorId))[what]
    const gone = list.find((one) => one.id === id)
    if (!gone) return { ok: true, was: null }
    const all = await listMemberships(tx, scope)
    await deleteDetail(tx, scope, what, id)
    const without = <T extends { id: string }>(items: readonly T[]) => items.filter((one) => one.id !== id)
    if (what !== 'memberships')
      return { ok: true, was: { [actorId]: { [what]: logged(list) } }, is: { [actorId]: { [what]: logged(without(list)) } } }
    const members = all.filter((one) => one.id === id).map((one) => one.actorId)
    return { ok: true, was: loggedMemberships(members, all), is: loggedMemberships(members, without(all)) }
  })
}
