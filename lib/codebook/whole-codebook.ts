import type { Designation, Membership } from './actor-details.ts'
import type { Actor, Codebook } from './codebook.ts'
import type { ExternalId } from './external-id.ts'

export type WholeMembership = Omit<Membership, 'id' | 'actorId'>
export type WholeExternalId = Omit<ExternalId, 'id'>
export type WholeDesignation = Omit<Designation, 'id'>

/** An actor with everything the codebook says of it. */
export interface WholeActor extends Actor {
  /** Groups it is a member of. */
  memberships: WholeMembership[]
  externalIds: WholeExternalId[]
  designations: WholeDesignation[]
}

/** Everything a codebook says, as it is taken out and put in. Memos, uses and the change log are no part of it. */
export interface WholeCodebook extends Pick<Codebook, 'version' | 'kinds' | 'themes'> {
  actors: WholeActor[]
}
