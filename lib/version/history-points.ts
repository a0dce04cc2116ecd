import type { HistoryPoint } from '#/lib/version/history.ts'

/** Work that belongs together, as the log tells it. */
interface Stretch {
  seq: number
  at: number
  rows: readonly { by: string | null; text: number; tags: number }[]
}
/** A point that is kept as a row. */
interface KeptPoint {
  id: string
  seq: number
  kind: 'named' | 'restored' | 'edition'
  name: string
  createdBy: string
  at: Date
}

/**
 * The points of a history, newest first: the end of every stretch of work, and those that are kept, each with what was
 * done since the one before. A stretch that ends at a kept point is that point.
 *
 * @param stretches oldest first; cut after every kept point
 * @param kept by `seq`
 */
export function historyPoints(stretches: readonly Stretch[], kept: readonly KeptPoint[]): HistoryPoint[] {
  const points: HistoryPoint[] = []
  const waiting = [...kept]
  for (const [i, stretch] of stretches.entries()) {
    const next = stretches[i + 1]?.seq ?? Number.POSITIVE_INFINITY
    // Rows of other rooms may lie between the last row of a stretch and the point that was kept there.
    const here = waiting.splice(0, waiting.findLastIndex((point) => point.seq < next) + 1)
    const worked = workOf(stretch)
    if (here.length === 0 || i === 0) points.push(readOff(stretch, i === 0, worked))
    for (const [k, point] of here.entries()) points.push(keptPoint(point, stretch, k === 0 && i > 0 ? worked : NOTHING))
  }
  return points.reverse()
}

type Work = Pick<HistoryPoint, 'people' | 'changes'>
const NOTHING: Work = { people: [], changes: { text: 0, tags: 0 } }

function workOf({ rows }: Stretch): Work {
  const people = rows.filter((row) => row.by !== null).toSorted((a, b) => b.text + b.tags - a.text - a.tags)
  const sum = (of: 'text' | 'tags') => rows.reduce((total, row) => total + row[of], 0)
  return { people: people.map((row) => row.by as string), changes: { text: sum('text'), tags: sum('tags') } }
}

function readOff({ seq, at }: Stretch, isFirst: boolean, worked: Work): HistoryPoint {
  return { seq, at, kind: isFirst ? 'imported' : 'automatic', versionId: null, name: '', by: null, ...worked }
}

function keptPoint({ id, seq, kind, name, createdBy }: KeptPoint, { at }: Stretch, worked: Work): HistoryPoint {
  return { seq, at, kind, versionId: id, name, by: createdBy, ...worked }
}
