import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { shortDateOf } from './short-date.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long ago: "just now", "5 min", "3 h", "yesterday", "4 days", then the day itself. Both in ms since 1970. */
export function relativeTime(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE_MS) return t('just now')
  if (age < HOUR_MS) return t('{minutes} min', { minutes: Math.floor(age / MINUTE_MS) })
  if (age < DAY_MS) return t('{hours} h', { hours: Math.floor(age / HOUR_MS) })
  if (age < 2 * DAY_MS) return t('yesterday')
  if (age < 7 * DAY_MS) return counted(Math.floor(age / DAY_MS), 'day')
  return shortDateOf(new Date(at))
}
