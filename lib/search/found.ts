import type { Glyph } from '#/lib/codebook/actor-kinds.ts'

/** What a document is called. */
export interface DocumentTitle {
  id: string
  title: string
  outlet: string
  author: string
  language: string
  direction: 'ltr' | 'rtl'
}

/** An actor or theme that was found. */
export interface FoundEntry extends NamedEntry {
  /** Statements that use it itself. */
  uses: number
}

/** An actor or theme under one of its names. */
export interface NamedEntry {
  kind: 'actor' | 'theme'
  id: string
  name: string
  /** The other name that matched, when it was one. */
  alias: string | null
  /** Names from the top of the branch to its parent, or the kind of an actor. */
  path: string
  /** Base hue 1 to 12 of a theme; null for an actor. */
  hue: number | null
  /** The shape of an actor's kind; null for a theme. */
  glyph: Glyph | null
}

/** What a workspace has under some words, best first. */
export interface Found {
  documents: DocumentTitle[]
  entries: FoundEntry[]
  people: { id: string; name: string }[]
}
