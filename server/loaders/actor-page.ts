import { readActorDetails } from '#/db/queries/actor-details.ts'
import { readActorProfile } from '#/db/queries/actor-profile.ts'
import { readCodebook } from '#/db/queries/codebook.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorRole } from '#/lib/codebook/codebook.ts'
import type { LoadedActor } from '#/lib/codebook/loaded-actor.ts'
import { printResultsQuery } from '#/lib/excerpt/results-query.ts'
import { allOf, oneOf } from '#/lib/query/query.ts'
import { memberDb } from '#/server/runtime.ts'

/**
 * What the page of an actor shows. For an actor that was merged into another: that one's id instead.
 * @param role only mentions in this role; null: in any
 * @returns null when there is no such actor
 */
export async function loadActor(
  scope: Scope,
  actorId: string,
  role: ActorRole | null,
): Promise<LoadedActor | { mergedInto: string } | null> {
  const db = memberDb(scope)
  const codebook = await readCodebook(db, scope)
  const actor = codebook.actors.find(({ id }) => id === actorId)
  if (!actor) {
    const mergedInto = codebook.merged[actorId]
    return mergedInto === undefined ? null : { mergedInto }
  }
  const query = allOf(oneOf('passage', 'attached', 'detached'), { is: 'actor', values: [actorId], role, members: false })
  return {
    actor,
    codebook,
    details: await readActorDetails(db, scope, actorId),
    profile: await readActorProfile(db, scope, actorId),
    mentions: await pageOfExcerpts(db, scope, { query, sort: 'document', limit: 20 }),
    address: printResultsQuery({ query, sort: 'document', view: 'lines' }).toString(),
  }
}
