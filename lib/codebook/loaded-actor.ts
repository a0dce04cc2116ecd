import type { ExcerptPage } from '#/lib/excerpt/excerpt.ts'
import type { ActorDetails } from './actor-details.ts'
import type { ActorProfile } from './actor-profile.ts'
import type { Actor, Codebook } from './codebook.ts'

/** All that the page of an actor shows. */
export interface LoadedActor {
  actor: Actor
  codebook: Codebook
  details: ActorDetails
  profile: ActorProfile
  /** The first mentions, and the address parameters that ask for more of them. */
  mentions: ExcerptPage
  address: string
}
