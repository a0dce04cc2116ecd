import type { HistoryPoint } from '#/lib/version/history.ts'
import { pointKey } from './point-words.ts'

/**
 * The point with a key, newest first; without one the newest. Of a row of the log that no point stands at any more, because
 * work went on: the point that took it in.
 */
export function findPoint(points: readonly HistoryPoint[], key: string | null): HistoryPoint | undefined {
  if (key === null) return points[0]
  const seq = /^\d+$/.test(key) ? Number(key) : Number.POSITIVE_INFINITY
  return points.find((point) => pointKey(point) === key) ?? points.findLast((point) => point.seq >= seq) ?? points[0]
}
