/** What grouping needs to know of a row. */
interface Row {
  at: number
  by: string | null
}

/** A pause of so many ms ends a step ... */
const PAUSE_MS = 30_000
/** ... and so does so long a time of work. */
const LONGEST_MS = 120_000

/**
 * Cuts a log into steps to be shown one after the other: each is one person's work without a longer pause. When these are
 * more than `most`, neighbours are joined, one person's first and then those closest in time, until they are that many;
 * a joined step is said to be of who did most in it.
 */
export function groupRows<R extends Row>(rows: readonly R[], most: number): { by: string | null; rows: R[] }[] {
  const cuts: { at: number; cost: number }[] = []
  let began = rows[0]?.at ?? 0
  for (let i = 1; i < rows.length; i++) {
    const [last, row] = [rows[i - 1]!, rows[i]!]
    const pause = row.at - last.at
    if (row.by === last.by && pause <= PAUSE_MS && row.at - began <= LONGEST_MS) continue
    cuts.push({ at: i, cost: Math.max(0, pause) + (row.by === last.by ? 0 : LONGEST_MS) })
    began = row.at
  }
  const kept = cuts.length < most ? cuts : cuts.toSorted((a, b) => b.cost - a.cost || a.at - b.at).slice(0, most - 1)
  const ends = [...kept.map((cut) => cut.at).sort((a, b) => a - b), rows.length]
  return ends.flatMap((end, i) => {
    const own = rows.slice(ends[i - 1] ?? 0, end)
    return own.length > 0 ? [{ by: busiest(own), rows: own }] : []
  })
}

function busiest(rows: readonly Row[]): string | null {
  const counts = [...Map.groupBy(rows, (row) => row.by)].map(([by, own]) => ({ by, count: own.length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).by
}
