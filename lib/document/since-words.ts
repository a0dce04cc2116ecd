import { shortDate } from '#/lib/date/short-date.ts'
import { nextDay } from '#/lib/date/zoned-day.ts'
import { dateWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

const WEEKDAYS_FOR_MS = 6 * 86_400_000

/**
 * The moment of an earlier visit as one says it after "Since": the hour on the same day, then yesterday, the weekday, the date.
 *
 * @param at and `now` in ms since 1970
 * @param zone IANA time zone of the reader
 */
export function sinceWords(at: number, now: number, zone: string): string {
  const day = (time: number) => new Date(time).toLocaleDateString('en-CA', { timeZone: zone })
  if (day(at) === day(now)) return dateWords(at, { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  if (nextDay(day(at)) === day(now)) return t('yesterday')
  if (now - at < WEEKDAYS_FOR_MS) return dateWords(at, { timeZone: zone, weekday: 'long' })
  return shortDate(day(at))
}
