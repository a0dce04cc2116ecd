import type { Codebook } from './codebook.ts'

/** How often an actor is used in the shared layers of live documents. A statement counts once per role. */
export interface ActorUses {
  /** Distinct statements that name the actor in any role. */
  statements: number
  documents: number
  source: number
  recipient: number
  mentioned: number
}

/** How often a theme is used in the shared layers of live documents. */
export interface ThemeUses {
  /** Statements tagged with this theme itself. */
  own: number
  /** Distinct statements tagged with this theme or one below it. */
  withSubthemes: number
  /** Documents of `withSubthemes`. */
  documents: number
}

/** A workspace's codebook with its counts; an id that is missing from the counts is unused. */
export interface CountedCodebook extends Codebook {
  actorUses: Record<string, ActorUses>
  themeUses: Record<string, ThemeUses>
  /** Distinct statements that carry at least one actor. */
  statementsWithActors: number
  /** Distinct statements that carry at least one theme. */
  statementsWithThemes: number
  /** Actors and themes that have memos. */
  memoed: readonly string[]
}

export const NO_ACTOR_USES: ActorUses = { statements: 0, documents: 0, source: 0, recipient: 0, mentioned: 0 }
export const NO_THEME_USES: ThemeUses = { own: 0, withSubthemes: 0, documents: 0 }

/** What deleting an actor or theme touches, said before it happens. */
export interface DeletionImpact {
  /** Statements that lose the tag. */
  statements: number
  documents: number
  /** Names of the items directly below, which move up to the parent. */
  children: string[]
}
