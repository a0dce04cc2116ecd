import type { IdRun } from '#/lib/annotation/model.ts'
import { nameFold } from '../name-fold.ts'

/** Words that are no mention of an actor, though they read like one of its names. */
export interface MentionRejection {
  id: string
  actorId: string
  /** Folded as names are. */
  words: string
  /** Only in this document; null: in all. */
  documentId: string | null
  /** Only these characters, by identity; null: wherever the words stand. */
  runs: readonly IdRun[] | null
}

/** How far a rejection reaches. */
export const REACHES = ['here', 'document', 'everywhere'] as const
export type Reach = (typeof REACHES)[number]

/** The rejections that count in one document. */
export class Rejections {
  readonly #everywhere = new Set<string>()
  readonly #places = new Map<string, (readonly IdRun[])[]>()

  constructor(rejections: Iterable<MentionRejection>, documentId: string) {
    for (const { actorId, words, documentId: only, runs } of rejections) {
      if (only !== null && only !== documentId) continue
      const key = keyOf(actorId, words)
      if (runs) this.#places.set(key, [...(this.#places.get(key) ?? []), runs])
      else this.#everywhere.add(key)
    }
  }

  /**
   * The actors that words may still mean.
   * @param runs of the words; asked for only when some of these words were rejected at one place
   */
  left(actorIds: readonly string[], words: string, runs: () => readonly IdRun[]): readonly string[] {
    if (this.#everywhere.size === 0 && this.#places.size === 0) return actorIds
    const folded = nameFold(words)
    const left = actorIds.filter((actorId) => {
      const key = keyOf(actorId, folded)
      const places = this.#places.get(key)
      return !this.#everywhere.has(key) && !(places && shareCharacters(places.flat(), runs()))
    })
    return left.length === actorIds.length ? actorIds : left
  }
}

const keyOf = (actorId: string, words: string): string => `${actorId} ${words}`

function shareCharacters(some: readonly IdRun[], others: readonly IdRun[]): boolean {
  return some.some(([client, clock, length]) =>
    others.some(
      ([otherClient, otherClock, otherLength]) => client === otherClient && clock < otherClock + otherLength && otherClock < clock + length,
    ),
  )
}
