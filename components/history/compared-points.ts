import type { HistoryPoint } from '#/lib/version/history.ts'
import { pointKey } from './point-words.ts'

/** What a point is compared with: the one before it in the list, the document as it is now, or another point by its key. */
export type Against = 'before' | 'now' | (string & {})

/**
 * The two points to lay over each other, the earlier one first; null when there is nothing to compare the point with.
 * @param shown the points of the list as it is filtered, newest first
 * @param all every point, newest first
 */
export function comparedPoints(
  point: HistoryPoint,
  against: Against,
  shown: readonly HistoryPoint[],
  all: readonly HistoryPoint[],
): { from: HistoryPoint; to: HistoryPoint } | null {
  const other =
    against === 'before'
      ? (shown.find(({ seq }) => seq < point.seq) ?? all.find(({ seq }) => seq < point.seq))
      : against === 'now'
        ? all[0]
        : all.find((each) => pointKey(each) === against)
  if (!other || other === point) return null
  return other.seq < point.seq ? { from: other, to: point } : { from: point, to: other }
}
