import { nameKey } from './clean-name.ts'
import type { Actor, ActorAlias } from './codebook.ts'
import type { Merge, MovedActor } from './merge.ts'
import { pathOf } from './theme-tree.ts'

/** A name that the surviving actor gets. */
export type TakenName = Omit<ActorAlias, 'id'> & { mergedFrom: string }

export interface ActorMergePlan {
  merges: Merge[]
  moved: MovedActor[]
  names: TakenName[]
}

/**
 * What merging actors into another does: every name of theirs that it lacks becomes one of its other names, the actors below
 * them come below it. When it stands below one of them itself, it takes that one's place.
 * @param actors live actors; `from` and `into` are among them, `into` not in `from`
 */
export function planActorMerge(actors: readonly Actor[], from: readonly string[], into: string): ActorMergePlan {
  const going = new Set(from)
  return {
    merges: [...going].map((id) => ({ from: id, into })),
    moved: movedActors(actors, going, into),
    names: takenNames(actors, going, into),
  }
}

function movedActors(actors: readonly Actor[], going: ReadonlySet<string>, into: string): MovedActor[] {
  const moved = actors
    .filter(({ id, parentId }) => parentId !== null && going.has(parentId) && !going.has(id) && id !== into)
    .map(({ id, parentId }): MovedActor => ({ id, from: parentId, to: into }))
  const above = pathOf(actors, into).slice(0, -1)
  const highest = above.find(({ id }) => going.has(id))
  if (highest) moved.unshift({ id: into, from: above.at(-1)?.id ?? null, to: highest.parentId })
  return moved
}

function takenNames(actors: readonly Actor[], going: ReadonlySet<string>, into: string): TakenName[] {
  const survivor = actors.find(({ id }) => id === into)
  const known = new Set(survivor ? [survivor.name, ...survivor.aliases.map(({ name }) => name)].map(nameKey) : [])
  const preferred = new Set(survivor?.aliases.filter((alias) => alias.preferred).map(({ language }) => language))
  const taken: TakenName[] = []
  for (const id of going) {
    const actor = actors.find((candidate) => candidate.id === id)
    if (!actor) continue
    const own = { name: actor.name, language: 'und', preferred: false, from: null, until: null }
    for (const { name, language, preferred: prefers, from, until } of [own, ...actor.aliases]) {
      const key = nameKey(name)
      if (known.has(key)) continue
      known.add(key)
      // One name at most is preferred in a language: the one the surviving actor had.
      const wins = prefers && !preferred.has(language)
      if (wins) preferred.add(language)
      taken.push({ name, language, preferred: wins, from, until, mergedFrom: id })
    }
  }
  return taken
}
