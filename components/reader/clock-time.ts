import { clockNow } from '#/lib/date/clock.ts'
import { dateWords } from '#/lib/message/locale.ts'

const DAY_MS = 24 * 3600 * 1000
const TIME = { hour: '2-digit', minute: '2-digit' } as const
const DAY = { day: 'numeric', month: 'short' } as const
const YEAR = { day: 'numeric', month: 'short', year: 'numeric' } as const

/** When something happened, as short as can be, in the reader's own time zone: "10:51", older than a day "14 Mar", of another year "14 Mar 2017". Both in ms since 1970. */
export function clockTime(at: number, now: number = clockNow()): string {
  const then = new Date(at)
  if (Math.abs(now - at) < DAY_MS) return dateWords(then, TIME)
  return dateWords(then, then.getFullYear() === new Date(now).getFullYear() ? DAY : YEAR)
}
