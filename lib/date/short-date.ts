import { dateWords } from '#/lib/message/locale.ts'

const SHAPE = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const

/** A calendar day as the language of the page writes it: "5 Mar 2017". Takes `YYYY-MM-DD`, as Postgres gives a date; returns other text unchanged. */
export function shortDate(isoDay: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(isoDay) ? Date.parse(`${isoDay}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) ? isoDay : dateWords(at, SHAPE)
}

/** The day of a moment in UTC, as `shortDate` writes it. */
export function shortDateOf(at: Date): string {
  return dateWords(at, SHAPE)
}
