import type { ViewSettings } from './view.ts'

/** How long a bar of a timeline is. Weeks begin on Monday (ISO 8601). */
export type Period = Exclude<ViewSettings['period'], 'fit'>
export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Period[]

/** About how many bars can be told apart, and the most that are drawn. */
const READABLE = 60
const MOST = 800

/** The first day of the period a day is in. All days are "YYYY-MM-DD". */
export function startOf(day: string, period: Period): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  if (period === 'day') return day
  if (period === 'year') return `${day.slice(0, 4)}-01-01`
  if (period === 'month') return `${day.slice(0, 7)}-01`
  if (period === 'quarter') return iso(utc(year, month - 1 - ((month - 1) % 3), 1))
  const date = at(day)
  return plusDays(day, -((date.getUTCDay() + 6) % 7))
}

/** The first day of the period after the one that begins on a day. */
export function nextStart(start: string, period: Period): string {
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7)) - 1]
  if (period === 'day') return plusDays(start, 1)
  if (period === 'week') return plusDays(start, 7)
  return iso(utc(year, month + { month: 1, quarter: 3, year: 12 }[period], 1))
}

/** The last day of the period that begins on a day. */
export function lastDay(start: string, period: Period): string {
  return plusDays(nextStart(start, period), -1)
}

/** The beginnings of all periods from the one of the first day to the one of the last. */
export function startsBetween(first: string, last: string, period: Period): string[] {
  const starts = [startOf(first, period)]
  while (starts.length < MOST) {
    const next = nextStart(starts.at(-1) as string, period)
    if (next > last) break
    starts.push(next)
  }
  return starts
}

/** The period to draw days with: the wanted one, or a longer one when it would make more bars than can be drawn. */
export function fittingPeriod(first: string, last: string, wanted: ViewSettings['period']): Period {
  const days = (at(last).getTime() - at(first).getTime()) / 86_400_000 + 1
  const bars = { day: days, week: days / 7, month: days / 30.4, quarter: days / 91.3, year: days / 365.2 }
  // Days and weeks are what people ask for, not what they read first.
  const offered = wanted === 'fit' ? (['month', 'quarter', 'year'] as const) : PERIODS.slice(PERIODS.indexOf(wanted))
  const enough = wanted === 'fit' ? READABLE : MOST
  return offered.find((period) => bars[period] <= enough) ?? 'year'
}

function plusDays(day: string, days: number): string {
  return iso(new Date(at(day).getTime() + days * 86_400_000))
}

function at(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}
