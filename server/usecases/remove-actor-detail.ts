import { deleteDetail, readActorDetails } from '#/db/queries/actor-details.ts'
import type { Scope } from '#/db/scope.ts'
import { type ActorDetails, membershipsInWords } from '#/lib/codebook/actor-details.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editActor } from './edit-actor.ts'

export const DETAILS = ['memberships', 'externalIds', 'designations'] as const satisfies readonly (keyof ActorDetails)[]
export type DetailKind = (typeof DETAILS)[number]

/** Removes a membership, an identifier or a designation of an actor. Removed already, it is as wished. */
export async function removeActorDetail(scope: Scope, actorId: string, what: DetailKind, id: string, deps: CodebookDeps) {
  return editActor(scope, actorId, deps, async (tx, _actor, live) => {
    const details = await readActorDetails(tx, scope, actorId)
    const left = { ...details, [what]: details[what].filter((one) => one.id !== id) }
    if (left[what].length === details[what].length) return { ok: true, was: null }
    await deleteDetail(tx, scope, what, id)
    const names = new Map(live.map((one) => [one.id, one.name]))
    const inLog = (of: ActorDetails) => ({ [what]: what === 'memberships' ? membershipsInWords(of.memberships, names) : of[what] })
    return { ok: true, was: inLog(details), is: inLog(left) }
  })
}
