import type { ActorKind } from '../actor-kinds.ts'
import { KIND_NAME_LIMIT, kindSlug } from '../check-kind.ts'
import { cleanName, nameKey } from '../clean-name.ts'

/** Finds the kinds that actors of a file name, among those that are here and those the file explains; what is neither is made. */
export class KindPlanner {
  readonly #known: ActorKind[]
  readonly #explained: readonly ActorKind[]
  readonly added: ActorKind[] = []

  constructor(live: readonly ActorKind[], explained: readonly ActorKind[]) {
    this.#known = [...live]
    this.#explained = explained
  }

  /** Kinds the file explains are added even when no actor has them. */
  addExplained(): void {
    for (const kind of this.#explained) if (!this.#find(kind.slug) && !this.#find(kind.name)) this.#add(kind)
  }

  /** The slug of a kind by its slug or name; null for no kind. */
  slugOf(said: string): string | null {
    const name = cleanName(said)
    if (name === '') return null
    const explained = this.#explained.find((kind) => kind.slug === said || nameKey(kind.name) === nameKey(name))
    const known = this.#find(said) ?? (explained && (this.#find(explained.slug) ?? this.#find(explained.name)))
    return (known ?? this.#add(explained ?? { slug: '', name, glyph: 'other' })).slug
  }

  #find(said: string): ActorKind | undefined {
    return this.#known.find((kind) => kind.slug === said) ?? this.#known.find((kind) => nameKey(kind.name) === nameKey(said))
  }

  #add({ slug, name, glyph }: ActorKind): ActorKind {
    const kind = {
      slug: kindSlug(
        slug || name,
        this.#known.map((kind) => kind.slug),
      ),
      name: cleanName(name).slice(0, KIND_NAME_LIMIT).toWellFormed(),
      glyph,
    }
    this.#known.push(kind)
    this.added.push(kind)
    return kind
  }
}
