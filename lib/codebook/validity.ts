import { shortDate } from '#/lib/date/short-date.ts'
import { t } from '#/lib/message/t.ts'
/** When something held: first and last day, "YYYY-MM-DD"; null: open. */
export interface Validity {
  from: string | null
  until: string | null
}

/** Holds always, as far as anybody said. */
export const ALWAYS: Validity = { from: null, until: null }

/** Whether something held on a day. */
export function heldOn({ from, until }: Validity, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until)
}

/** Whether there is a day on which both held. */
export function overlap(a: Validity, b: Validity): boolean {
  return (a.from === null || b.until === null || a.from <= b.until) && (b.from === null || a.until === null || b.from <= a.until)
}

/** What is wrong with the days, in a sentence; undefined when nothing is. */
export function validityProblem({ from, until }: Validity): string | undefined {
  for (const day of [from, until]) if (day !== null && !isDay(day)) return t('The date is not one of the calendar.')
  if (from !== null && until !== null && until < from) return t('The last day is before the first. Swap the two dates.')
  return undefined
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The days in words: "from 28 Jan 2017", "28 Jul 2016 to 27 Jan 2017"; nothing when both are open. */
export function validityWords({ from, until }: Validity): string {
  if (from === null) return until === null ? '' : t('until {day}', { day: dayWords(until) })
  return until === null ? t('from {day}', { day: dayWords(from) }) : t('{from} to {to}', { from: dayWords(from), to: dayWords(until) })
}

/** A day as people write it: "28 Jan 2017". */
function dayWords(day: string): string {
  return shortDate(day)
}
