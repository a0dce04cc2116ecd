import { CERTAINTIES, type Certainty, STATUSES, type Status } from '#/lib/annotation/facts.ts'
import { type ActorRole, ROLES_IN_STATEMENT, STANCES, type Stance } from '#/lib/codebook/codebook.ts'

/** What the excerpts of a document have in common. */
export interface CountedDocument {
  id: string
  outlet: string
  kind: string
  /** As stored, BCP 47. */
  language: string
  /** Days since 1970-01-01; null: not known. */
  publishedDay: number | null
  /** Not in the bin. */
  isLive: boolean
}

/** A tag of an excerpt: the number of its actor or theme, and the role or stance. */
export interface CountedTag<Manner> {
  entry: number
  manner: Manner
}

/** From where to where in the canonical text, UTF-16 units, end exclusive; null: nowhere. */
export type Stretch = readonly [from: number, to: number] | null

/** What of an excerpt stands somewhere: its words, and the sentences and the paragraphs they are in. */
export const STRETCHES = ['passage', 'sentences', 'paragraphs'] as const
export type StretchOf = (typeof STRETCHES)[number]

/** What an excerpt is counted by. Ids as numbers (see id-numbers.ts). */
export interface CountedExcerpt {
  ordinal: number
  layer: number
  tagger: number
  isAttached: boolean
  stretches: Readonly<Record<StretchOf, Stretch>>
  status: Status | null
  certainty: Certainty | null
  /** Those of one actor stand together. */
  actors: readonly CountedTag<ActorRole>[]
  themes: readonly CountedTag<Stance>[]
}

/** Fields that are not stretches. */
const PLAIN_FIELDS = 6
const FIELDS = PLAIN_FIELDS + 2 * STRETCHES.length
/** Bits of a tag that say its role or stance; the others are the number of the entry. */
const TAG_BITS = 3
const TAG_MASK = (1 << TAG_BITS) - 1

/**
 * The excerpts of one document as columns of numbers, one after another in one array that never changes: 48 bytes for an excerpt and 4 for
 * each of its tags, and some 300 for a document.
 */
export class DocumentColumns {
  readonly document: CountedDocument
  /** How many excerpts. */
  readonly size: number
  readonly #ints: Int32Array

  constructor(document: CountedDocument, excerpts: readonly CountedExcerpt[]) {
    const size = excerpts.length
    const tags = excerpts.reduce((sum, { actors, themes }) => sum + actors.length + themes.length, 0)
    const ints = new Int32Array(FIELDS * size + tags)
    let end = FIELDS * size
    for (const [row, excerpt] of excerpts.entries()) {
      ints[row] = excerpt.ordinal
      ints[size + row] = excerpt.layer
      ints[2 * size + row] = excerpt.tagger
      ints[3 * size + row] = factsNumber(excerpt)
      for (const [at, of] of STRETCHES.entries()) {
        const stretch = excerpt.stretches[of]
        ints[(PLAIN_FIELDS + 2 * at) * size + row] = stretch ? stretch[0] : -1
        ints[(PLAIN_FIELDS + 2 * at + 1) * size + row] = stretch ? stretch[1] : -1
      }
      for (const { entry, manner } of excerpt.actors) ints[end++] = (entry << TAG_BITS) | ROLES_IN_STATEMENT.indexOf(manner)
      ints[4 * size + row] = end
      for (const { entry, manner } of excerpt.themes) ints[end++] = (entry << TAG_BITS) | STANCES.indexOf(manner)
      ints[5 * size + row] = end
    }
    this.document = document
    this.size = size
    this.#ints = ints
  }

  get bytes(): number {
    return this.#ints.byteLength + 300
  }

  ordinal(row: number): number {
    return this.#at(row)
  }

  layer(row: number): number {
    return this.#at(this.size + row)
  }

  tagger(row: number): number {
    return this.#at(2 * this.size + row)
  }

  isAttached(row: number): boolean {
    return (this.#at(3 * this.size + row) & 1) === 1
  }

  stretch(row: number, of: StretchOf): Stretch {
    const at = PLAIN_FIELDS + 2 * STRETCHES.indexOf(of)
    const from = this.#at(at * this.size + row)
    return from < 0 ? null : [from, this.#at((at + 1) * this.size + row)]
  }

  /** Place in `STATUSES`; -1: not said. */
  status(row: number): number {
    return ((this.#at(3 * this.size + row) >> 1) & TAG_MASK) - 1
  }

  /** Place in `CERTAINTIES`; -1: not said. */
  certainty(row: number): number {
    return (this.#at(3 * this.size + row) >> (1 + TAG_BITS)) - 1
  }

  /** Tags stand from here on ... */
  actorsFrom(row: number): number {
    return row === 0 ? FIELDS * this.size : this.themesTo(row - 1)
  }

  /** ... up to here, and those of themes begin. */
  actorsTo(row: number): number {
    return this.#at(4 * this.size + row)
  }

  themesTo(row: number): number {
    return this.#at(5 * this.size + row)
  }

  /** The number of a tag's actor or theme. */
  entry(tag: number): number {
    return this.#at(tag) >> TAG_BITS
  }

  /** Place in `ROLES_IN_STATEMENT` or `STANCES`. */
  manner(tag: number): number {
    return this.#at(tag) & TAG_MASK
  }

  #at(place: number): number {
    return this.#ints[place] as number
  }
}

function factsNumber({ isAttached, status, certainty }: CountedExcerpt): number {
  const place = <T>(list: readonly T[], value: T | null) => (value === null ? 0 : list.indexOf(value) + 1)
  return (isAttached ? 1 : 0) | (place(STATUSES, status) << 1) | (place(CERTAINTIES, certainty) << (1 + TAG_BITS))
}
