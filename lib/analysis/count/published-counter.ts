import { STANCES } from '#/lib/codebook/codebook.ts'
import type { Counting } from '#/lib/facets/counters.ts'
import type { DocumentColumns } from '#/lib/facets/document-columns.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'
import { fittingPeriod, startOf } from '../periods.ts'
import { startsOf, type Timeline } from '../timeline.ts'
import type { ViewSettings } from '../view.ts'
import { Marks, mannerBits, type Places, placesOf } from './counting.ts'

const ANY = mannerBits(STANCES, [])

/** What was said on one day, or in one period. */
interface Said {
  total: number
  bare: number
  /** By place of a branch. */
  by: Map<number, number>
}

/** Counts statements by the day their document was published, and by the branch of themes they speak on. */
export class PublishedCounter implements Counting {
  readonly #branches: Places
  readonly #days = new Map<number, Said>()
  readonly #marks = new Marks()
  #undated = 0

  constructor(numbers: IdNumbers, branches: ReadonlyMap<string, string>) {
    this.#branches = placesOf(numbers, branches)
  }

  row(columns: DocumentColumns, row: number): void {
    const day = columns.document.publishedDay
    if (day === null) {
      this.#undated++
      return
    }
    const said = saidAt(this.#days, day)
    const { size, places } = this.#marks.read(columns, columns.actorsTo(row), columns.themesTo(row), this.#branches, ANY)
    said.total++
    if (size === 0) said.bare++
    for (let nth = 0; nth < size; nth++) add(said.by, places[nth] as number, 1)
  }

  timeline(wanted: ViewSettings['period']): Timeline {
    const days = [...this.#days.keys()].toSorted((a, b) => a - b)
    const period = fittingPeriod(isoDay(days[0]) ?? '2000-01-01', isoDay(days.at(-1)) ?? '2000-01-01', wanted)
    const periods = new Map<string, Said>()
    for (const day of days) {
      const { total, bare, by } = this.#days.get(day) as Said
      const said = saidAt(periods, startOf(isoDay(day) as string, period))
      said.total += total
      said.bare += bare
      for (const [branch, count] of by) add(said.by, branch, count)
    }
    const said = [...periods]
    return {
      period,
      starts: startsOf([...periods.keys()], period),
      parts: said.flatMap(([start, { by }]) =>
        [...by].toSorted(([a], [b]) => a - b).map(([branch, count]) => ({ start, branchId: this.#branches.ids[branch] as string, count })),
      ),
      totals: Object.fromEntries(said.map(([start, { total }]) => [start, total])),
      bare: Object.fromEntries(said.map(([start, { bare }]) => [start, bare])),
      undated: this.#undated,
      vague: 0,
    }
  }
}

function saidAt<Key>(all: Map<Key, Said>, at: Key): Said {
  const known = all.get(at) ?? { total: 0, bare: 0, by: new Map<number, number>() }
  all.set(at, known)
  return known
}

function add(counts: Map<number, number>, at: number, count: number): void {
  counts.set(at, (counts.get(at) ?? 0) + count)
}

/** "YYYY-MM-DD" of days since 1970. */
function isoDay(day: number | undefined): string | undefined {
  return day === undefined ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10)
}
