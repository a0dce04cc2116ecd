import type { Nearness } from '#/lib/query/query.ts'
import type { DocumentColumns, StretchOf } from './document-columns.ts'
import type { RowTest } from './row-test.ts'

/** Whether an excerpt stands so near some excerpts of a document. */
type IsNear = (row: number) => boolean

/** A test that there is an excerpt of `others` in the same document, so near. What is detached stands nowhere, and near nothing. */
export function standsNear(how: Nearness, others: RowTest): RowTest {
  // Rows of one document are asked about one after the other.
  let last: { columns: DocumentColumns; isNear: IsNear } | null = null
  return (columns, row) => {
    if (last?.columns !== columns) {
      const rows = Array.from({ length: columns.size }, (_, other) => other).filter((other) => others(columns, other))
      last = { columns, isNear: NEAR[how](columns, rows) }
    }
    return last.isNear(row)
  }
}

const NEAR: Record<Nearness, (columns: DocumentColumns, others: readonly number[]) => IsNear> = {
  'same-sentence': (columns, others) => overlap(columns, others, 'sentences'),
  'same-paragraph': (columns, others) => overlap(columns, others, 'paragraphs'),
  overlapping: (columns, others) => overlap(columns, others, 'passage'),
  'same-document': (columns, others) => {
    const isThere = others.some((other) => columns.isAttached(other))
    return (row) => isThere && columns.isAttached(row)
  },
  'followed-by': (columns, others) => {
    const last = others.reduce((latest, other) => Math.max(latest, columns.stretch(other, 'passage')?.[0] ?? -1), -1)
    return (row) => {
      const passage = columns.stretch(row, 'passage')
      return passage !== null && last >= passage[1]
    }
  },
}

/** Sorted by where they begin, with how far any up to there reaches: one search says whether one overlaps. */
function overlap(columns: DocumentColumns, others: readonly number[], of: StretchOf): IsNear {
  const stretches = others.flatMap((other) => [columns.stretch(other, of) ?? []].filter((stretch) => stretch.length > 0))
  const sorted = stretches.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
  const begins = Int32Array.from(sorted, (stretch) => stretch[0] ?? 0)
  const reaches = Int32Array.from(sorted, (stretch) => stretch[1] ?? 0)
  for (let at = 1; at < reaches.length; at++) reaches[at] = Math.max(reaches[at] ?? 0, reaches[at - 1] ?? 0)
  return (row) => {
    const stretch = columns.stretch(row, of)
    if (!stretch) return false
    const before = countBelow(begins, stretch[1])
    return before > 0 && (reaches[before - 1] ?? 0) > stretch[0]
  }
}

/** How many of some ascending numbers are less than one. */
function countBelow(numbers: Int32Array, limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
