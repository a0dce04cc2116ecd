import type { Stance } from './codebook.ts'
import type { ActorUses } from './uses.ts'

/** Statements about an actor in documents published in one month. A statement counts once per role. */
export interface ActorMonth {
  /** "YYYY-MM". */
  month: string
  statements: number
  source: number
  recipient: number
  mentioned: number
}

/** Another actor that stands in the same statements. */
export interface ActorPartner {
  id: string
  statements: number
  /** In how many it is addressed or acted upon by the actor, and the other way round. */
  to: number
  from: number
}

/** How an actor, as source, stands to a theme: statements by stance. */
export type ActorStances = { id: string; statements: number } & Record<Stance, number>

/** What the statements of a workspace say of an actor: in shared layers and the reader's own, of live documents. */
export interface ActorProfile {
  uses: ActorUses
  /** By month of publication, in order; months without any are left out. */
  months: ActorMonth[]
  /** Statements in documents whose date is not known. */
  undated: number
  /** Most frequent first. */
  partners: ActorPartner[]
  stances: ActorStances[]
}
