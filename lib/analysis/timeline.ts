import { normalise } from '#/lib/query/normalise.ts'
import type { DayCondition, Query } from '#/lib/query/query.ts'
import { lastDay, type Period, startsBetween } from './periods.ts'
import type { ViewSettings } from './view.ts'

/** Statements of one period on one branch of themes. */
export interface TimelinePart {
  /** First day of the period. */
  start: string
  /** The theme at the top of the branch. */
  branchId: string
  count: number
}

/** Statements over time. */
export interface Timeline {
  period: Period
  /** The first day of every bar, those in between with nothing too; none when no statement has a date. */
  starts: string[]
  parts: TimelinePart[]
  /** Statements by period, each once, with and without themes; no start: none. */
  totals: Record<string, number>
  /** Those of them without any theme. */
  bare: Record<string, number>
  /** Statements that stand nowhere on it: of unknown date, and of a date that does not fit into one period. */
  undated: number
  vague: number
}

/** The bars of a timeline in order, for a picture as for a table. */
export interface Bar {
  start: string
  /** Last day. */
  end: string
  total: number
  /** Without any theme. */
  bare: number
  /** By branch, those with anything. */
  by: ReadonlyMap<string, number>
}

export function barsOf({ starts, parts, totals, bare, period }: Timeline): Bar[] {
  const byStart = Map.groupBy(parts, ({ start }) => start)
  return starts.map((start) => ({
    start,
    end: lastDay(start, period),
    total: totals[start] ?? 0,
    bare: bare[start] ?? 0,
    by: new Map((byStart.get(start) ?? []).map(({ branchId, count }) => [branchId, count])),
  }))
}

/** The beginnings of bars that hold all counted periods; none without any. */
export function startsOf(counted: readonly string[], period: Period): string[] {
  const [first, last] = [counted.toSorted()[0], counted.toSorted().at(-1)]
  return first !== undefined && last !== undefined ? startsBetween(first, last, period) : []
}

/**
 * What the bars between two days count, beside the query of the page. Events are counted where they surely were: those that may have
 * been before or after do not fit into the period.
 */
export function daysAsk(dates: ViewSettings['dates'], from: string, to: string): Query {
  const within: DayCondition = { is: dates, from, to }
  if (dates === 'published') return within
  const before: DayCondition = { is: dates, from: null, to: shifted(from, -1) }
  const after: DayCondition = { is: dates, from: shifted(to, 1), to: null }
  return normalise({ is: 'all', of: [within, { is: 'not', of: before }, { is: 'not', of: after }] })
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
