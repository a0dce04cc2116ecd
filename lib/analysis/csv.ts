import { STANCES, type Stance } from '#/lib/codebook/codebook.ts'
import { csvCells } from '#/lib/format/export/csv-record.ts'
import type { Head } from './arrange.ts'
import type { Network } from './network.ts'
import type { Matrix } from './tally.ts'
import { barsOf, type Timeline } from './timeline.ts'

/** By id; what is not there was deleted. */
export type Names = (id: string) => string

/** A matrix as a table of its own: one record per row, one column per column, with totals. For spreadsheets: RFC 4180 with a byte order mark. */
export function matrixCsv(matrix: Matrix, rows: readonly Head[], columns: readonly Head[], words: { corner: string; all: string }): string {
  const counts = new Map(matrix.cells.map(({ row, column, count }) => [`${row} ${column}`, count]))
  return csv([
    [words.corner, ...columns.map(({ name }) => name), words.all],
    ...rows.map((row) => [row.name, ...columns.map((column) => counts.get(`${row.id} ${column.id}`) ?? 0), row.total]),
    [words.all, ...columns.map(({ total }) => total), matrix.total],
  ])
}

/** The cells of a matrix, one per record, with how many take each stance: for statistics. */
export function cellsCsv(matrix: Matrix, rowName: Names, columnName: Names, head: readonly [string, string, string]): string {
  const stances: readonly Stance[] = STANCES
  return csv([
    [...head, ...stances],
    ...matrix.cells.map(({ row, column, count, stances: by }) => [
      rowName(row),
      columnName(column),
      count,
      ...stances.map((stance) => by[stance]),
    ]),
  ])
}

/** The ties of a network that are drawn, the heaviest first. */
export function networkCsv({ edges }: Network, actorName: Names, themeName: Names): string {
  return csv([
    ['from', 'to', 'weight', 'supports', 'opposes', 'theme'],
    ...edges.map(({ from, to, weight, supports, opposes, themeId }) => [
      actorName(from),
      actorName(to),
      Math.round(weight * 10_000) / 10_000,
      supports,
      opposes,
      themeId === null ? '' : themeName(themeId),
    ]),
  ])
}

/** The bars of a timeline: first and last day, statements, and those of each branch. */
export function timelineCsv(timeline: Timeline, branches: readonly { id: string; name: string }[]): string {
  return csv([
    ['from', 'to', 'statements', ...branches.map(({ name }) => name)],
    ...barsOf(timeline).map(({ start, end, total, by }) => [start, end, total, ...branches.map(({ id }) => by.get(id) ?? 0)]),
  ])
}

function csv(records: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${records.map((cells) => `${csvCells(cells, true)}\r\n`).join('')}`
}
