/** A statement as far as it names actors, and where its passage is. Offsets in any one unit, end exclusive. */
export interface TaggedPlace {
  from: number
  to: number
  actorIds: readonly string[]
}

/** Where actors are named by statements. Ids are those that stand for merged actors now. */
export class TaggedPlaces {
  readonly #byActor = new Map<string, [from: number, to: number][]>()

  constructor(tagged: Iterable<TaggedPlace>) {
    for (const { from, to, actorIds } of tagged)
      for (const id of actorIds) {
        const places = this.#byActor.get(id)
        if (places) places.push([from, to])
        else this.#byActor.set(id, [[from, to]])
      }
  }

  /** Whether a statement whose passage covers these words names one of the actors they may mean. */
  covers(actorIds: readonly string[], from: number, to: number): boolean {
    return actorIds.some((id) => this.#byActor.get(id)?.some((place) => place[0] <= from && place[1] >= to))
  }
}
