import type { HistoryPoint } from '#/lib/version/history.ts'
import { dayName } from './point-time.ts'

/** The points of one day, newest first. */
export interface PointDay {
  day: string
  points: HistoryPoint[]
}

/** Groups points, newest first, by the day they were made in the reader's time zone. */
export function groupByDay(points: readonly HistoryPoint[], now: number): PointDay[] {
  const days: PointDay[] = []
  for (const point of points) {
    const day = dayName(point.at, now)
    if (days.at(-1)?.day === day) days.at(-1)!.points.push(point)
    else days.push({ day, points: [point] })
  }
  return days
}
