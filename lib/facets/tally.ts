import type { Dimension } from '#/lib/query/facet-keys.ts'
import { COUNTERS, type Counter, type Counting, type CountingWorld } from './counters.ts'
import type { DocumentColumns } from './document-columns.ts'
import type { RowTest } from './row-test.ts'

/** What is counted of one set of excerpts: how many they are, in how many documents and outlets, and by some dimensions. */
export class Tally {
  excerpts = 0
  documents = 0
  readonly #outlets = new Set<string>()
  readonly #test: RowTest
  readonly #counters: readonly (readonly [Dimension, Counter])[]
  readonly #all: readonly Counting[]
  readonly #ofRows: readonly Counting[]

  /** @param others what is counted besides dimensions */
  constructor(test: RowTest, dimensions: readonly Dimension[], world: CountingWorld, others: readonly Counting[] = []) {
    this.#test = test
    this.#counters = dimensions.map((dimension) => [dimension, COUNTERS[dimension](world)])
    this.#all = [...this.#counters.map(([, counter]) => counter), ...others]
    this.#ofRows = this.#all.filter((counter) => counter.row)
  }

  get outlets(): number {
    return this.#outlets.size
  }

  /** Counts what a document has of it. */
  add(columns: DocumentColumns): void {
    let found = 0
    for (let row = 0; row < columns.size; row++) {
      if (!this.#test(columns, row)) continue
      found++
      for (const counter of this.#ofRows) counter.row?.(columns, row)
    }
    if (found === 0) return
    this.excerpts += found
    this.documents++
    if (columns.document.outlet) this.#outlets.add(columns.document.outlet)
    for (const counter of this.#all) counter.document?.(columns, found)
  }

  /** By dimension and key. */
  by(): [Dimension, Record<string, number>][] {
    return this.#counters.map(([dimension, counter]) => [dimension, counter.counts()])
  }
}

/** Excerpts that are counted without a pause: a millisecond of work, more where themes of a document are paired. */
const EXCERPTS_AT_A_TIME = 1000

/** Goes through documents once for several tallies; pauses after every piece of work, where others may have their turn. */
export function* countColumns(documents: Iterable<DocumentColumns>, tallies: readonly Tally[]): Generator<void> {
  let counted = 0
  for (const columns of documents) {
    for (const tally of tallies) {
      tally.add(columns)
      counted += columns.size
    }
    if (counted < EXCERPTS_AT_A_TIME) continue
    counted = 0
    yield
  }
}
