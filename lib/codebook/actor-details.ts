import type { ExternalId } from './external-id.ts'
import type { Validity } from './validity.ts'

/** An actor's membership in a group beside the tree: an alliance, a coalition, a front. The group is an actor too. */
export interface Membership extends Validity {
  id: string
  /** The member. */
  actorId: string
  groupId: string
  note: string
}

/** What somebody has declared an actor to be, for example a foreign terrorist organisation. */
export interface Designation extends Validity {
  id: string
  label: string
  /** Who declared it, in words. */
  issuer: string
  /** Where it is written: an address or a reference. */
  source: string
}

/** What is known of an actor beside its names: loaded when it is opened, not with the codebook. */
export interface ActorDetails {
  /** Groups it is a member of, and its own members; live actors only. */
  memberships: Membership[]
  externalIds: ExternalId[]
  designations: Designation[]
}

/** The longest note of a membership, and the longest label, issuer or source of a designation, UTF-16 units. */
export const DETAIL_LIMIT = 500
