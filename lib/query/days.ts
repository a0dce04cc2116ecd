/** First and last day, "YYYY-MM-DD", both included; null: open. */
export interface Days {
  from: string | null
  to: string | null
}

const PART = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Reads "2017", "2017-03", "2017-03-14", "2016..2017-03", "2017..", "..2017"; null for anything else. */
export function readDays(text: string): Days | null {
  const [first, last, ...rest] = text.split('..')
  if (first === undefined || rest.length > 0) return null
  if (last === undefined) return period(first)
  const [start, end] = [period(first), period(last)]
  if ((first !== '' && !start) || (last !== '' && !end) || (first === '' && last === '')) return null
  const days = { from: start?.from ?? null, to: end?.to ?? null }
  return days.from !== null && days.to !== null && days.from > days.to ? null : days
}

/** The shortest text that `readDays` reads as these days. */
export function printDays({ from, to }: Days): string {
  for (const text of [from?.slice(0, 4), from?.slice(0, 7), from ?? undefined]) {
    const days = text === undefined ? null : period(text)
    if (text !== undefined && days?.from === from && days.to === to) return text
  }
  return `${from ?? ''}..${to ?? ''}`
}

function period(text: string): { from: string; to: string } | null {
  const [, year, month, day] = PART.exec(text) ?? []
  if (year === undefined) return null
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const from = `${year}-${month}-${day ?? '01'}`
  if (!isDay(from)) return null
  const lastOfMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { from, to: day === undefined ? `${year}-${month}-${String(lastOfMonth).padStart(2, '0')}` : from }
}

/** Whether a text is a day of the calendar, "YYYY-MM-DD". */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}
