/** What an actor is. Shown as a glyph; see `product.md` vocabulary: actor. */
export const ACTOR_KINDS = [
  'state',
  'government',
  'military',
  'armed-group',
  'international-organisation',
  'party',
  'media',
  'company',
  'civil-society',
  'population',
  'person',
  'other',
] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** How an actor stands in an annotation: `source` speaks or acts, `recipient` is addressed or acted upon. */
export const ROLES_IN_STATEMENT = ['source', 'recipient', 'mentioned'] as const
export type ActorRole = (typeof ROLES_IN_STATEMENT)[number]

/** How the source stands to a theme. `none`: no stance was recorded. */
export const STANCES = ['supports', 'opposes', 'neutral', 'mixed', 'none'] as const
export type Stance = (typeof STANCES)[number]

export interface Actor {
  id: string
  name: string
  kind: ActorKind
  /** The actor this one is part of, or null. */
  parentId: string | null
  description: string
  /** Other names under which the actor is found, any script. */
  aliases: string[]
  /** Colour: a base hue 1 to 12 (see `app/tokens.css`), or null for the neutral chip. */
  hue: number | null
}

export interface Theme {
  id: string
  name: string
  /** The theme above this one in the tree, or null at the top. */
  parentId: string | null
  definition: string
  /** A base hue 1 to 12, or null to take the branch's. */
  hue: number | null
  /** Order among siblings, ascending. */
  position: number
}

/** All actors and themes of a workspace. */
export interface Codebook {
  actors: Actor[]
  themes: Theme[]
}
