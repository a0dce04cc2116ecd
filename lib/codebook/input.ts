import type { ActorAlias } from './codebook.ts'
import type { ProposalReason } from './proposal.ts'

/** Another name as it is entered: what is absent is unknown or open. With an `id` it is a name the actor had before. */
export type NewAlias = Pick<ActorAlias, 'name'> & Partial<ActorAlias>

/** What a new actor is made from. Of who only proposes it, also why. */
export interface NewActor extends ProposalReason {
  name: string
  /** `slug` of a kind. */
  kind?: string
  parentId?: string | null
  description?: string
  aliases?: readonly NewAlias[]
  hue?: number | null
}

/** Changes to an actor; what is absent stays. `aliases` replaces the whole list. */
export type ActorChange = Partial<Omit<NewActor, keyof ProposalReason>>

/** What a new theme is made from. It is put last among its siblings. Of who only proposes it, also why. */
export interface NewTheme extends ProposalReason {
  name: string
  parentId?: string | null
  definition?: string
  include?: string
  exclude?: string
  examples?: string[]
  hotkey?: number | null
  hue?: number | null
}

/** Changes to a theme; what is absent stays. A hue of null takes the branch's colour; a hotkey is taken from the theme that has it. */
export type ThemeChange = Partial<Omit<NewTheme, 'parentId' | keyof ProposalReason>>

/** Where a theme goes: under `parentId` (null: the top), before the sibling `beforeId`, or last. */
export interface ThemeMove {
  parentId: string | null
  beforeId?: string | null
  /** The colour to take there; absent: its own at the top, the branch's below. */
  hue?: number | null
}
