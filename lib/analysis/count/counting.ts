import type { DocumentColumns } from '#/lib/facets/document-columns.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'

/** What entries of the codebook count as, by numbers: those that count as one are one place in `ids`. */
export interface Places {
  ids: readonly string[]
  /** By number of an entry the place of what it counts as; -1: it does not count. */
  of(entry: number): number
}

/** @param groups by id of an entry that of the one it counts as */
export function placesOf(numbers: IdNumbers, groups: ReadonlyMap<string, string>): Places {
  const ids = [...new Set(groups.values())].toSorted()
  const places = new Map(ids.map((id, place) => [id, place]))
  const counted = [...groups].map(([id, top]) => [numbers.number(id), places.get(top) ?? -1] as const)
  const byNumber = new Int32Array(numbers.size).fill(-1)
  for (const [number, place] of counted) byNumber[number] = place
  return { ids, of: (entry) => byNumber[entry] ?? -1 }
}

/** The places of one statement's tags, each once, with the bits of the roles or stances it has there. */
export class Marks {
  /** Only the first `size` are of this statement. */
  readonly places: number[] = []
  readonly manners: number[] = []
  size = 0

  /**
   * @param manners the bits of the roles or stances that count
   * @returns this, with what stands between two tags of the columns
   */
  read(columns: DocumentColumns, from: number, to: number, { of }: Places, manners: number): this {
    this.size = 0
    for (let tag = from; tag < to; tag++) {
      const manner = (1 << columns.manner(tag)) & manners
      const place = manner === 0 ? -1 : of(columns.entry(tag))
      if (place >= 0) this.#mark(place, manner)
    }
    return this
  }

  #mark(place: number, manner: number): void {
    for (let nth = 0; nth < this.size; nth++)
      if (this.places[nth] === place) {
        this.manners[nth] = (this.manners[nth] as number) | manner
        return
      }
    this.places[this.size] = place
    this.manners[this.size++] = manner
  }
}

/** The bits of some roles or stances in their list; of all, when there are none. */
export function mannerBits(list: readonly string[], some: readonly string[]): number {
  const bits = some.reduce((sum, one) => sum | (1 << list.indexOf(one)), 0)
  return some.length > 0 ? bits : (1 << list.length) - 1
}

/** Counts by place, as a record of ids; none is 0. */
export function byId(counts: Int32Array, { ids }: Places): Record<string, number> {
  return Object.fromEntries([...counts].flatMap((count, place) => (count > 0 ? [[ids[place] as string, count]] : [])))
}
