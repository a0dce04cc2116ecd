import type { ActorKind } from '../actor-kinds.ts'
import { cleanName, nameKey } from '../clean-name.ts'

/** The longest slug. */
const SLUG_LIMIT = 60

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
    const kind = { slug: this.#freeSlug(slug || name), name: cleanName(name).slice(0, SLUG_LIMIT).toWellFormed(), glyph }
    this.#known.push(kind)
    this.added.push(kind)
    return kind
  }

  #freeSlug(text: string): string {
    const slug =
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, SLUG_LIMIT)
        .toWellFormed() || 'kind'
    for (let n = 1; ; n++) {
      const free = n === 1 ? slug : `${slug}-${n}`
      if (!this.#known.some((kind) => kind.slug === free)) return free
    }
  }
}
