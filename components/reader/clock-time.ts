import { clockNow } from '#/lib/date/clock.ts'

const DAY_MS = 24 * 3600 * 1000
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** When something happened, as short as can be, in the reader's own time zone: "10:51", older than a day "14 Mar", of another year "14 Mar 2017". Both in ms since 1970. */
export function clockTime(at: number, now: number = clockNow()): string {
  const then = new Date(at)
  if (Math.abs(now - at) < DAY_MS) return TIME.format(then)
  return (then.getFullYear() === new Date(now).getFullYear() ? DAY : YEAR).format(then)
}
