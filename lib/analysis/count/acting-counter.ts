import { type ActorRole, ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import type { Counting } from '#/lib/facets/counters.ts'
import type { DocumentColumns } from '#/lib/facets/document-columns.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'
import { byId, Marks, mannerBits, type Places, placesOf } from './counting.ts'

/** Counts statements in which actors have any of some roles, by actor. */
export class ActingCounter implements Counting {
  readonly #actors: Places
  readonly #roles: number
  readonly #counts: Int32Array
  readonly #marks = new Marks()

  constructor(numbers: IdNumbers, actors: ReadonlyMap<string, string>, roles: readonly ActorRole[]) {
    this.#actors = placesOf(numbers, actors)
    this.#roles = mannerBits(ROLES_IN_STATEMENT, roles)
    this.#counts = new Int32Array(this.#actors.ids.length)
  }

  row(columns: DocumentColumns, row: number): void {
    const marks = this.#marks.read(columns, columns.actorsFrom(row), columns.actorsTo(row), this.#actors, this.#roles)
    for (let nth = 0; nth < marks.size; nth++) {
      const place = marks.places[nth] as number
      this.#counts[place] = (this.#counts[place] as number) + 1
    }
  }

  counts(): Record<string, number> {
    return byId(this.#counts, this.#actors)
  }
}
