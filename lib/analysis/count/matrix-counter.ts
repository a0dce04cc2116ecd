import { type ActorRole, ROLES_IN_STATEMENT, STANCES, type Stance } from '#/lib/codebook/codebook.ts'
import type { Counting } from '#/lib/facets/counters.ts'
import type { DocumentColumns } from '#/lib/facets/document-columns.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'
import { type Cell, type Matrix, noStances } from '../tally.ts'
import { byId, mannerBits } from './counting.ts'
import { type CountedAs, TagMarks } from './tag-marks.ts'

/** Which tags of a statement count, and as what. */
export interface CountedTags extends CountedAs {
  /** null: in any role. */
  role: ActorRole | null
  /** None: any stance. */
  stances: readonly Stance[]
}

/** Counts statements by actor and theme. */
export class MatrixCounter implements Counting {
  readonly #marks: TagMarks
  readonly #roles: number
  readonly #stances: number
  readonly #cells = new Map<number, Int32Array>()
  readonly #ofRow: Int32Array
  readonly #ofColumn: Int32Array
  #total = 0

  constructor(numbers: IdNumbers, { role, stances, ...countedAs }: CountedTags) {
    this.#marks = new TagMarks(numbers, countedAs)
    this.#roles = mannerBits(ROLES_IN_STATEMENT, role ? [role] : [])
    this.#stances = mannerBits(STANCES, stances)
    this.#ofRow = new Int32Array(this.#marks.actors.ids.length)
    this.#ofColumn = new Int32Array(this.#marks.themes.ids.length)
  }

  row(columns: DocumentColumns, row: number): void {
    const themes = this.#marks.spoken(columns, row, this.#stances)
    if (themes.size === 0) return
    const actors = this.#marks.acting(columns, row, this.#roles)
    if (actors.size === 0) return
    this.#total++
    for (let a = 0; a < actors.size; a++) increase(this.#ofRow, actors.places[a] as number)
    for (let t = 0; t < themes.size; t++) {
      const theme = themes.places[t] as number
      increase(this.#ofColumn, theme)
      for (let a = 0; a < actors.size; a++) this.#count(actors.places[a] as number, theme, themes.manners[t] as number)
    }
  }

  matrix(): Matrix {
    const { actors, themes } = this.#marks
    const width = themes.ids.length
    const cells = [...this.#cells]
      .toSorted(([a], [b]) => a - b)
      .map(([at, counts]): Cell => {
        const stances = noStances()
        for (const [nth, stance] of STANCES.entries()) stances[stance] = counts[nth + 1] as number
        return {
          row: actors.ids[Math.floor(at / width)] as string,
          column: themes.ids[at % width] as string,
          count: counts[0] as number,
          stances,
        }
      })
    return { cells, rows: byId(this.#ofRow, actors), columns: byId(this.#ofColumn, themes), total: this.#total }
  }

  #count(row: number, column: number, stances: number): void {
    const at = row * this.#marks.themes.ids.length + column
    const counts = this.#cells.get(at) ?? new Int32Array(1 + STANCES.length)
    this.#cells.set(at, counts)
    increase(counts, 0)
    for (let bits = stances, nth = 1; bits > 0; bits >>= 1, nth++) if (bits & 1) increase(counts, nth)
  }
}

function increase(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1
}
