import { shortDateOf } from './short-date.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long ago: "just now", "5 min", "3 h", "yesterday", "4 days", then the day itself. Both in ms since 1970. */
export function relativeTime(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE_MS) return 'just now'
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min`
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)} h`
  if (age < 2 * DAY_MS) return 'yesterday'
  if (age < 7 * DAY_MS) return `${Math.floor(age / DAY_MS)} days`
  return shortDateOf(new Date(at))
}
