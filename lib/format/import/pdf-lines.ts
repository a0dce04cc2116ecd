import type { Fragment } from './pdf-page.ts'

/** A line of a column, with the edges of the column it stands in. Points; y grows downwards. */
export interface Line extends Fragment {
  columnLeft: number
  columnRight: number
  /** Which column of which page: equal for lines that stand below each other. */
  column: number
  /** Whether it is the row of a table: pieces with wide gaps between them. */
  isRow: boolean
}

/** A gutter is at least this many ems wide and lies in the middle part of the text area. */
const GUTTER = 0.8
const MARGIN_SHARE = 0.15
/** Lines on each side that make a column, and the share of its width they fill at the median: cells of tables do not. */
const COLUMN_LINES = 4
const COLUMN_FILL = 0.55
/** Share of the lines that may run across a gutter (titles, captions). */
const CROSSING = 0.4

/** Pieces of a line that make it the row of a table; two do when the gap between them, in ems, is this wide. */
const ROW_CELLS = 3
const ROW_GAP = 4

/** The fragments of a page in reading order, joined to lines: across the page where it has one column, else column by column. */
export function readingLines(fragments: readonly Fragment[], nextColumn: () => number): Line[] {
  if (fragments.length === 0) return []
  const gutter = findGutter(fragments)
  if (gutter === null) return columnLines(fragments, nextColumn())
  const isRtl = fragments.filter((fragment) => fragment.isRtl).length * 2 > fragments.length
  const out: Line[] = []
  let band: Fragment[] = []
  const close = () => {
    const left = band.filter((fragment) => fragment.right <= gutter)
    const right = band.filter((fragment) => fragment.right > gutter)
    for (const side of isRtl ? [right, left] : [left, right]) out.push(...readingLines(side, nextColumn))
    band = []
  }
  // What runs across the gutter ends the columns above it.
  let spanning: Fragment[] = []
  for (const fragment of fragments.toSorted((a, b) => a.y - b.y)) {
    if (crosses(fragment, gutter)) {
      close()
      spanning.push(fragment)
      continue
    }
    if (spanning.length > 0) out.push(...columnLines(spanning, nextColumn()))
    spanning = []
    band.push(fragment)
  }
  if (spanning.length > 0) out.push(...columnLines(spanning, nextColumn()))
  close()
  return out
}

function crosses(fragment: Fragment, x: number): boolean {
  return fragment.left < x && fragment.right > x
}

/** The x of the emptiest upright strip between two columns, or null when the text has one column. */
function findGutter(fragments: readonly Fragment[]): number | null {
  const left = Math.min(...fragments.map((fragment) => fragment.left))
  const right = Math.max(...fragments.map((fragment) => fragment.right))
  const half = (median(fragments.map((fragment) => fragment.size)) * GUTTER) / 2
  const margin = (right - left) * MARGIN_SHARE
  let best: { from: number; to: number; crossing: number } | null = null
  for (let x = left + margin; x <= right - margin; x += 2) {
    const crossing = fragments.filter((fragment) => fragment.left < x + half && fragment.right > x - half).length
    if (!best || crossing < best.crossing) best = { from: x, to: x, crossing }
    else if (crossing === best.crossing && x - best.to <= 2) best.to = x
  }
  if (!best || best.crossing > fragments.length * CROSSING) return null
  const x = (best.from + best.to) / 2
  const isColumn = (side: Fragment[], width: number) =>
    rows(side).length >= COLUMN_LINES && median(rows(side).map((row) => widthOf(row))) >= width * COLUMN_FILL
  const leftSide = fragments.filter((fragment) => fragment.right <= x)
  const rightSide = fragments.filter((fragment) => fragment.left >= x)
  return isColumn(leftSide, x - left) && isColumn(rightSide, right - x) ? x : null
}

function columnLines(fragments: readonly Fragment[], column: number): Line[] {
  const columnLeft = Math.min(...fragments.map((fragment) => fragment.left))
  const columnRight = Math.max(...fragments.map((fragment) => fragment.right))
  return rows(fragments).map((row) => ({ ...joinRow(row), columnLeft, columnRight, column }))
}

/** Fragments side by side, from the top down. */
function rows(fragments: readonly Fragment[]): Fragment[][] {
  const out: Fragment[][] = []
  for (const fragment of fragments.toSorted((a, b) => a.y - b.y)) {
    const row = out.at(-1)
    if (row?.[0] && fragment.y - row[0].y < Math.min(row[0].size, fragment.size) * 0.5) row.push(fragment)
    else out.push([fragment])
  }
  return out
}

function widthOf(row: readonly Fragment[]): number {
  return row.reduce((sum, fragment) => sum + fragment.right - fragment.left, 0)
}

function joinRow(row: readonly Fragment[]): Fragment & { isRow: boolean } {
  const isRtl = row.some((fragment) => fragment.isRtl)
  const sorted = row.toSorted((a, b) => (isRtl ? b.right - a.right : a.left - b.left))
  const longest = row.reduce((most, fragment) => (fragment.text.length > most.text.length ? fragment : most))
  const left = Math.min(...row.map((fragment) => fragment.left))
  const right = Math.max(...row.map((fragment) => fragment.right))
  const gaps = right - left - widthOf(row)
  const isRow = row.length >= ROW_CELLS || (row.length === 2 && gaps > longest.size * ROW_GAP)
  const text = sorted.map((fragment) => fragment.text.trim()).join(isRow ? ' | ' : ' ')
  return { text, left, right, y: longest.y, size: longest.size, isRtl, isRow }
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
