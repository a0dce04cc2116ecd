import type { Actor, Codebook } from './codebook.ts'

/** When something held: first and last day, "YYYY-MM-DD"; null: open. */
interface Days {
  from: string | null
  until: string | null
}

/** Membership in a group beside the tree. */
export interface WholeMembership extends Days {
  groupId: string
  note: string
}

/** What an actor is called in another register. */
export interface WholeExternalId {
  scheme: string
  value: string
}

/** What somebody has declared an actor to be. */
export interface WholeDesignation extends Days {
  label: string
  issuer: string
  source: string
}

/** An actor with everything the codebook says of it. */
export interface WholeActor extends Actor {
  memberships: WholeMembership[]
  externalIds: WholeExternalId[]
  designations: WholeDesignation[]
}

/** Everything a codebook says, as it is taken out and put in. Memos, uses and the change log are no part of it. */
export interface WholeCodebook extends Pick<Codebook, 'version' | 'kinds' | 'themes'> {
  actors: WholeActor[]
}
