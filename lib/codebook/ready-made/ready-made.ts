import type { ActorKind } from '../actor-kinds.ts'

/** A theme of a ready-made codebook, with what stands below it. */
export interface ReadyTheme {
  name: string
  definition: string
  include?: string
  exclude?: string
  /** Base hue of a branch, taken while no other branch has it; absent: the first free one. */
  hue?: number
  children?: readonly ReadyTheme[]
}

/** A codebook to start from: themes, kinds of actors, or both. */
export interface ReadyMade {
  /** What it is asked for by; it never changes. */
  id: string
  name: string
  /** What it is for, in a sentence or two. */
  what: string
  /** Where it comes from and under which terms. */
  source: { name: string; url?: string; licence: string }
  themes: readonly ReadyTheme[]
  kinds: readonly ActorKind[]
}
