import type { Actor } from './codebook.ts'
import { freeName } from './free-name.ts'
import type { MergeUndo } from './merge.ts'
import { wouldCycle } from './theme-tree.ts'

/** A merged actor as its row has it. */
export type MergedActor = Pick<Actor, 'id' | 'name' | 'parentId'>

export interface ActorUnmergePlan {
  /** The actors that come back, under a name and a parent that are to be had now. */
  restored: MergedActor[]
  /** The actors that go back under where they stood. */
  moved: { id: string; parentId: string | null }[]
}

/**
 * What taking a merge of actors back does now. What was moved meanwhile stays where it was put; whose name was taken meanwhile
 * comes back with a number after it.
 * @param live live actors
 * @param rows the merged ones that come back
 * @param follow where an actor that was merged itself is now; any other id as it is
 */
export function planActorUnmerge(
  live: readonly Actor[],
  rows: readonly MergedActor[],
  { movedActors }: Pick<MergeUndo, 'movedActors'>,
  follow: (id: string) => string,
): ActorUnmergePlan {
  const places = new Map(live.map(({ id, name, parentId }) => [id, { id, name, parentId }]))
  const all = () => [...places.values()]
  const returning = new Set(rows.map(({ id }) => id))
  for (const row of rows) {
    const name = freeName(
      row.name,
      all().map((actor) => actor.name),
    )
    places.set(row.id, { id: row.id, name, parentId: null })
  }
  for (const { id, parentId } of rows) {
    const above = parentId === null || returning.has(parentId) ? parentId : follow(parentId)
    const place = places.get(id)
    if (place && above !== null && places.has(above) && !wouldCycle(all(), id, above)) place.parentId = above
  }
  const moved: ActorUnmergePlan['moved'] = []
  // Last to first: the surviving actor, which may have left its place to be above the others, comes back under them.
  for (const { id, from, to } of movedActors.toReversed()) {
    const place = places.get(id)
    const isWherePut = place && (place.parentId === to || (to !== null && place.parentId === follow(to)))
    if (!isWherePut || from === null || !places.has(from) || wouldCycle(all(), id, from)) continue
    place.parentId = from
    moved.push({ id, parentId: from })
  }
  return { restored: rows.map(({ id }) => places.get(id)!), moved }
}
