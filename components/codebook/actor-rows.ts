import type { Actor } from '#/lib/codebook/codebook.ts'
import { matchNames, type NameIndex } from '#/lib/codebook/match-names.ts'
import { type TreeRow, treeRows } from '#/lib/codebook/tree-rows.ts'
import { type ActorUses, NO_ACTOR_USES } from '#/lib/codebook/uses.ts'

export type ActorSortKey = 'name' | 'kind' | 'uses'

export interface ActorSort {
  by: ActorSortKey
  descending: boolean
}

export interface ActorView {
  query: string
  /** `slug` of a kind; null: all. */
  kind: string | null
  sort: ActorSort
}

/** The lines of the actors table: what matches the query and the kind, with what is above it, sorted among siblings. */
export function actorRows(actors: readonly Actor[], index: NameIndex, uses: Record<string, ActorUses>, view: ActorView): TreeRow<Actor>[] {
  const { query, kind, sort } = view
  const ofKind = (actor: Actor): boolean => kind === null || actor.kind === kind
  const found = query.trim() ? new Set(matchNames(index, query).map((match) => match.id)) : null
  const filtered = found !== null || kind !== null
  const matches = filtered
    ? new Set(actors.filter((actor) => ofKind(actor) && (found?.has(actor.id) ?? true)).map((actor) => actor.id))
    : undefined
  const sign = sort.descending ? -1 : 1
  const compare = (a: Actor, b: Actor): number => sign * compareBy(sort.by, a, b, uses) || a.name.localeCompare(b.name, 'en')
  return treeRows(actors, { matches, compare })
}

function compareBy(key: ActorSortKey, a: Actor, b: Actor, uses: Record<string, ActorUses>): number {
  if (key === 'name') return a.name.localeCompare(b.name, 'en')
  if (key === 'kind') return a.kind.localeCompare(b.kind, 'en')
  return (uses[a.id] ?? NO_ACTOR_USES).statements - (uses[b.id] ?? NO_ACTOR_USES).statements
}
