import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import type { Counting } from '#/lib/facets/counters.ts'
import type { DocumentColumns } from '#/lib/facets/document-columns.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'
import type { Position, Side } from '../agreement.ts'
import { mannerBits } from './counting.ts'
import { type CountedAs, TagMarks } from './tag-marks.ts'

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
  readonly #marks: TagMarks
  readonly #taken = new Map<number, Taken>()

  constructor(numbers: IdNumbers, countedAs: CountedAs) {
    this.#marks = new TagMarks(numbers, countedAs)
  }

  row(columns: DocumentColumns, row: number): void {
    const spoken = this.#marks.spoken(columns, row, EITHER)
    if (spoken.size === 0) return
    const acting = this.#marks.acting(columns, row, SOURCE)
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
        actorId: this.#marks.actors.ids[actor] as string,
        themeId: this.#marks.themes.ids[theme] as string,
        side,
        statements,
        documents,
      }))
  }

  #take(columns: DocumentColumns, actor: number, theme: number, side: Side, nth: number): void {
    const at = (actor * this.#marks.themes.ids.length + theme) * SIDES.length + nth
    const taken = this.#taken.get(at) ?? { actor, theme, side, statements: 0, documents: 0, last: null }
    this.#taken.set(at, taken)
    taken.statements++
    if (taken.last !== columns) taken.documents++
    taken.last = columns
  }
}
