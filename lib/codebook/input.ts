import type { ActorKind } from './codebook.ts'

/** What a new actor is made from. */
export interface NewActor {
  name: string
  kind?: ActorKind
  parentId?: string | null
  description?: string
  aliases?: readonly string[]
  hue?: number | null
}

/** Changes to an actor; what is absent stays. `aliases` replaces the whole list. */
export type ActorChange = Partial<Omit<NewActor, 'aliases'>> & { aliases?: string[] }

/** What a new theme is made from. It is put last among its siblings. */
export interface NewTheme {
  name: string
  parentId?: string | null
  definition?: string
  hue?: number | null
}

/** Changes to a theme; what is absent stays. A hue of null takes the branch's colour. */
export type ThemeChange = Partial<Omit<NewTheme, 'parentId'>>

/** Where a theme goes: under `parentId` (null: the top), before the sibling `beforeId`, or last. */
export interface ThemeMove {
  parentId: string | null
  beforeId?: string | null
  /** The colour to take there; absent: its own at the top, the branch's below. */
  hue?: number | null
}
