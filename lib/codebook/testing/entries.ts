import { SHIPPED_KINDS } from '../actor-kinds.ts'
import type { Actor, ActorAlias, Codebook, Theme } from '../codebook.ts'

/** An alias of unknown language, for tests. */
export function makeAlias(name: string, given: Partial<ActorAlias> = {}): ActorAlias {
  return { id: name, name, language: 'und', preferred: false, from: null, until: null, ...given }
}

/** An actor of kind "other" with plain aliases, for tests. */
export function makeActor(id: string, name: string, aliases: readonly string[] = [], given: Partial<Actor> = {}): Actor {
  const plain = aliases.map((alias) => makeAlias(alias))
  return { id, name, kind: 'other', parentId: null, description: '', aliases: plain, hue: null, state: 'live', ...given }
}

/** A theme without rules, for tests. */
export function makeTheme(id: string, name: string, given: Partial<Theme> = {}): Theme {
  const rules = { definition: '', include: '', exclude: '', examples: [], hotkey: null }
  return { id, name, parentId: null, ...rules, hue: null, position: 0, state: 'live', ...given }
}

/** A codebook of these entries, for tests. */
export function makeCodebook(given: Partial<Codebook> = {}): Codebook {
  return { version: 0, kinds: [...SHIPPED_KINDS], actors: [], themes: [], merged: {}, ...given }
}
