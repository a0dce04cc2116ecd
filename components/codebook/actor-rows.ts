import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import type { Actor } from '#/lib/codebook/codebook.ts'
import { matchingIds } from '#/lib/codebook/match-names.ts'
import type { NameIndex } from '#/lib/codebook/name-index.ts'
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
  /** The workspace's, in the order to sort by. */
  kinds: readonly ActorKind[]
}

/** The lines of the actors table: what matches the query and the kind, with what is above it, sorted among siblings. */
export function actorRows(actors: readonly Actor[], index: NameIndex, uses: Record<string, ActorUses>, view: ActorView): TreeRow<Actor>[] {
  const { query, kind, sort, kinds } = view
  const place = new Map(kinds.map(({ slug }, at) => [slug, at]))
  const ofKind = (actor: Actor): boolean => kind === null || actor.kind === kind
  const found = query.trim() ? matchingIds(index, query) : null
  const filtered = found !== null || kind !== null
  const matches = filtered
    ? new Set(actors.filter((actor) => ofKind(actor) && (found?.has(actor.id) ?? true)).map((actor) => actor.id))
    : undefined
  const sign = sort.descending ? -1 : 1
  const compare = (a: Actor, b: Actor): number => sign * compareBy(sort.by, a, b, { uses, place }) || a.name.localeCompare(b.name, 'en')
  return treeRows(actors, { matches, compare })
}

function compareBy(
  key: ActorSortKey,
  a: Actor,
  b: Actor,
  { uses, place }: { uses: Record<string, ActorUses>; place: ReadonlyMap<string, number> },
): number {
  if (key === 'name') return a.name.localeCompare(b.name, 'en')
  if (key === 'kind') return (place.get(a.kind) ?? place.size) - (place.get(b.kind) ?? place.size)
  return (uses[a.id] ?? NO_ACTOR_USES).statements - (uses[b.id] ?? NO_ACTOR_USES).statements
}
