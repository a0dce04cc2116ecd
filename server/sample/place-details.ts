import type { Designation, Membership } from '#/lib/codebook/actor-details.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import type { ExternalId } from '#/lib/codebook/external-id.ts'
import { ALWAYS } from '#/lib/codebook/validity.ts'
import { newId } from '#/lib/id.ts'
import { idOf } from './place-codebook.ts'
import type { SampleActor } from './sample-data.ts'

interface PlacedDetails {
  memberships: Membership[]
  externalIds: (ExternalId & { actorId: string })[]
  designations: (Designation & { actorId: string })[]
}

/**
 * What the sample knows of its actors beside their names, with ids.
 * @throws when a group is no actor of the sample
 */
export function placeDetails(sampleActors: readonly SampleActor[], actors: readonly Actor[]): PlacedDetails {
  const placed: PlacedDetails = { memberships: [], externalIds: [], designations: [] }
  for (const { name, externalIds = [], designations = [], memberOf = [] } of sampleActors) {
    const actorId = idOf(actors, name)
    for (const { group, note = '', ...days } of memberOf)
      placed.memberships.push({ id: newId(), actorId, groupId: idOf(actors, group), note, ...ALWAYS, ...days })
    for (const [scheme, value] of externalIds) placed.externalIds.push({ id: newId(), actorId, scheme, value })
    for (const { source = '', ...designation } of designations)
      placed.designations.push({ id: newId(), actorId, source, ...ALWAYS, ...designation })
  }
  return placed
}
