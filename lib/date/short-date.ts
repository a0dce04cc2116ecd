const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A calendar day as the interface writes it: "5 Mar 2017". Takes `YYYY-MM-DD`, as Postgres gives a date; returns other text unchanged. */
export function shortDate(isoDay: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDay)
  const month = MONTHS[Number(match?.[2]) - 1]
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : isoDay
}

/** The day of a moment in UTC, as `shortDate` writes it. */
export function shortDateOf(at: Date): string {
  return shortDate(at.toISOString().slice(0, 10))
}
