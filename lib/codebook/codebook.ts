import type { ActorKind } from './actor-kinds.ts'

/** How an actor stands in an annotation: `source` speaks or acts, `recipient` is addressed or acted upon. */
export const ROLES_IN_STATEMENT = ['source', 'recipient', 'mentioned'] as const
export type ActorRole = (typeof ROLES_IN_STATEMENT)[number]

/** How the source stands to a theme. `none`: no stance was recorded. */
export const STANCES = ['supports', 'opposes', 'neutral', 'mixed', 'none'] as const
export type Stance = (typeof STANCES)[number]

/** `proposed`: by a coder, not yet accepted; usable meanwhile. `archived`: kept on the passages that have it, not offered any more. */
export const ENTRY_STATES = ['live', 'proposed', 'archived'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** Another name of an actor, in any language and script. */
export interface ActorAlias {
  id: string
  name: string
  /** BCP 47; "und" when unknown. The script is read off the name (script-of-name.ts). */
  language: string
  /** The name to show in this language; at most one per actor and language. */
  preferred: boolean
  /** First and last day (ISO 8601) on which the actor had this name; null: open. */
  from: string | null
  until: string | null
}

export interface Actor {
  id: string
  name: string
  /** `slug` of one of the workspace's kinds. */
  kind: string
  /** The actor this one is part of, or null. */
  parentId: string | null
  description: string
  /** Other names under which the actor is found, any script. */
  aliases: ActorAlias[]
  /** Colour: a base hue 1 to 12 (see `app/tokens.css`), or null for the neutral chip. */
  hue: number | null
  state: EntryState
}

/** Every name an actor is found by, its own first. */
export const namesOf = ({ name, aliases }: Pick<Actor, 'name' | 'aliases'>): string[] => [name, ...aliases.map((alias) => alias.name)]

export interface Theme {
  id: string
  name: string
  /** The theme above this one in the tree, or null at the top. */
  parentId: string | null
  definition: string
  /** When to tag with it, and when not to. */
  include: string
  exclude: string
  /** Passages that show what it means. */
  examples: string[]
  /** The digit 1 to 9 that tags with it; null: none. */
  hotkey: number | null
  /** A base hue 1 to 12, or null to take the branch's. */
  hue: number | null
  /** Order among siblings, ascending. */
  position: number
  state: EntryState
}

/** All actors and themes of a workspace. */
export interface Codebook {
  /** The number of changes made to it; see db/schema/codebook.ts, `codebookChanges`. */
  version: number
  kinds: ActorKind[]
  actors: Actor[]
  themes: Theme[]
  /** Actors and themes that were merged into another, by their id: the id of the entry that stands for them now. */
  merged: Readonly<Record<string, string>>
}
