import type { ActorMonth } from './actor-profile.ts'

/** One column of a chart over time: a month, a quarter or a year. */
export interface TimeColumn {
  /** "Mar 2017", "2017 Q1", "2017". */
  label: string
  /** First and last day, "YYYY-MM-DD". */
  from: string
  until: string
  statements: number
  source: number
  recipient: number
  mentioned: number
}

/** More columns than these are drawn too thin to be read. */
const COLUMNS = 48

/**
 * Months as columns, empty ones between them too; quarters when there would be more than 48 columns, then years.
 * @param months in order
 */
export function timeColumns(months: readonly ActorMonth[]): TimeColumn[] {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return []
  const [start, end] = [monthNumber(first.month), monthNumber(last.month)]
  const size = [1, 3].find((width) => Math.floor(end / width) - Math.floor(start / width) < COLUMNS) ?? 12
  const at = (month: number) => Math.floor(month / size)
  const columns = Array.from({ length: at(end) - at(start) + 1 }, (_, n) => emptyColumn((at(start) + n) * size, size))
  for (const { month, ...counts } of months) {
    const column = columns[at(monthNumber(month)) - at(start)]
    if (!column) continue
    for (const key of ['statements', 'source', 'recipient', 'mentioned'] as const) column[key] += counts[key]
  }
  return columns
}

/** Months since the year 0. */
const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function emptyColumn(month: number, size: number): TimeColumn {
  const year = Math.floor(month / 12)
  const inYear = month % 12
  const label = size === 1 ? `${MONTHS[inYear]} ${year}` : size === 3 ? `${year} Q${inYear / 3 + 1}` : `${year}`
  const day = (time: number) => new Date(time).toISOString().slice(0, 10)
  const from = day(Date.UTC(year, inYear, 1))
  const until = day(Date.UTC(year, inYear + size, 0))
  return { label, from, until, statements: 0, source: 0, recipient: 0, mentioned: 0 }
}
