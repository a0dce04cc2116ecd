import { dateWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

const DAY_MS = 24 * 3600 * 1000
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const
const DAY = { day: 'numeric', month: 'short' } as const
const DAY_OF_YEAR = { day: 'numeric', month: 'short', year: 'numeric' } as const

/** The time of a moment in the reader's own time zone: "14:05". All in ms since 1970. */
export function clock(at: number): string {
  return dateWords(at, CLOCK)
}

/** The day of a moment: "Today", "Yesterday", "12 Mar", of another year "12 Mar 2017". */
export function dayName(at: number, now: number): string {
  if (isSameDay(at, now)) return t('Today')
  if (isSameDay(at, now - DAY_MS)) return t('Yesterday')
  return plainDay(at, now)
}

/** A moment as it is named in sentences: "12 Mar 14:05", of today only "14:05". */
export function pointTime(at: number, now: number): string {
  return isSameDay(at, now) ? clock(at) : `${plainDay(at, now)} ${clock(at)}`
}

function plainDay(at: number, now: number): string {
  return dateWords(at, new Date(at).getFullYear() === new Date(now).getFullYear() ? DAY : DAY_OF_YEAR)
}

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}
