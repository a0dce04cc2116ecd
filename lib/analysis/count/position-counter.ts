import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import type { Counting } from '#/lib/facets/counters.ts'
import type { DocumentColumns } from '#/lib/facets/document-columns.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'
import type { Position, Side } from '../agreement.ts'
import { Marks, mannerBits, type Places, placesOf } from './counting.ts'

type Grouped = ReadonlyMap<string, string>

const SOURCE = mannerBits(ROLES_IN_STATEMENT, ['source'])
const SIDES = ['supports', 'opposes'] as const satisfies readonly Side[]
const BITS = SIDES.map((side) => mannerBits(STANCES, [side]))
const EITHER = mannerBits(STANCES, SIDES)

interface Taken {
  actor: number
  theme: number
  side: Side
  statements: number
  documents: number
  last: DocumentColumns | null
}

/** Counts which sides actors take on themes, as sources. */
export class PositionCounter implements Counting {
  readonly #actors: Places
  readonly #themes: Places
  readonly #taken = new Map<number, Taken>()
  readonly #acting = new Marks()
  readonly #spoken = new Marks()

  constructor(numbers: IdNumbers, actors: Grouped, themes: Grouped) {
    this.#actors = placesOf(numbers, actors)
    this.#themes = placesOf(numbers, themes)
  }

  row(columns: DocumentColumns, row: number): void {
    const spoken = this.#spoken.read(columns, columns.actorsTo(row), columns.themesTo(row), this.#themes, EITHER)
    if (spoken.size === 0) return
    const acting = this.#acting.read(columns, columns.actorsFrom(row), columns.actorsTo(row), this.#actors, SOURCE)
    for (let a = 0; a < acting.size; a++)
      for (let t = 0; t < spoken.size; t++)
        for (const [nth, side] of SIDES.entries())
          if ((spoken.manners[t] as number) & (BITS[nth] as number))
            this.#take(columns, acting.places[a] as number, spoken.places[t] as number, side, nth)
  }

  positions(): Position[] {
    return [...this.#taken.values()]
      .toSorted((a, b) => a.actor - b.actor || a.theme - b.theme || (a.side < b.side ? -1 : 1))
      .map(({ actor, theme, side, statements, documents }) => ({
        actorId: this.#actors.ids[actor] as string,
        themeId: this.#themes.ids[theme] as string,
        side,
        statements,
        documents,
      }))
  }

  #take(columns: DocumentColumns, actor: number, theme: number, side: Side, nth: number): void {
    const at = (actor * this.#themes.ids.length + theme) * SIDES.length + nth
    const taken = this.#taken.get(at) ?? { actor, theme, side, statements: 0, documents: 0, last: null }
    this.#taken.set(at, taken)
    taken.statements++
    if (taken.last !== columns) taken.documents++
    taken.last = columns
  }
}
