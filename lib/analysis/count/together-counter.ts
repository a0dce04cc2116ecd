import { STANCES } from '#/lib/codebook/codebook.ts'
import type { Counting } from '#/lib/facets/counters.ts'
import type { DocumentColumns } from '#/lib/facets/document-columns.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'
import { type Cell, type Matrix, noStances } from '../tally.ts'
import { byId, Marks, mannerBits, type Places, placesOf } from './counting.ts'

const ANY = mannerBits(STANCES, [])

/**
 * Counts statements on one theme with another, on a second theme, in the same statement or the same document. Rows and columns are the
 * statements on a theme, whatever is near them. Detached passages stand nowhere, and near nothing.
 */
export class TogetherCounter implements Counting {
  readonly #within: 'statement' | 'document'
  readonly #themes: Places
  readonly #cells = new Map<number, number>()
  readonly #ofTheme: Int32Array
  readonly #marks = new Marks()
  /** Of the document that is being counted: attached statements by theme. */
  readonly #here = new Map<number, number>()
  #total = 0

  constructor(numbers: IdNumbers, themes: ReadonlyMap<string, string>, within: 'statement' | 'document') {
    this.#within = within
    this.#themes = placesOf(numbers, themes)
    this.#ofTheme = new Int32Array(this.#themes.ids.length)
  }

  row(columns: DocumentColumns, row: number): void {
    const { size, places } = this.#marks.read(columns, columns.actorsTo(row), columns.themesTo(row), this.#themes, ANY)
    if (size === 0) return
    this.#total++
    for (let one = 0; one < size; one++) {
      const theme = places[one] as number
      this.#ofTheme[theme] = (this.#ofTheme[theme] as number) + 1
      if (this.#within === 'statement') for (let other = 0; other < size; other++) this.#count(theme, places[other] as number, 1)
      else if (columns.isAttached(row)) this.#here.set(theme, (this.#here.get(theme) ?? 0) + 1)
    }
  }

  document(): void {
    for (const [theme, statements] of this.#here) for (const other of this.#here.keys()) this.#count(theme, other, statements)
    this.#here.clear()
  }

  matrix(): Matrix {
    const { ids } = this.#themes
    const cells = [...this.#cells]
      .toSorted(([a], [b]) => a - b)
      .map(
        ([at, count]): Cell => ({
          row: ids[Math.floor(at / ids.length)] as string,
          column: ids[at % ids.length] as string,
          count,
          stances: noStances(),
        }),
      )
    const totals = byId(this.#ofTheme, this.#themes)
    return { cells, rows: totals, columns: totals, total: this.#total }
  }

  #count(row: number, column: number, statements: number): void {
    if (row === column) return
    const at = row * this.#themes.ids.length + column
    this.#cells.set(at, (this.#cells.get(at) ?? 0) + statements)
  }
}
