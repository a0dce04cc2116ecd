/** How precisely a date is known. */
export const DATE_PRECISIONS = ['day', 'month', 'year', 'range'] as const
export type DatePrecision = (typeof DATE_PRECISIONS)[number]

/** A date as it was written, with the days it can mean. */
export interface EdtfDate {
  /** As written: see {@link parseEdtf}. */
  edtf: string
  /** First and last day it can mean, "YYYY-MM-DD". */
  from: string
  until: string
  precision: DatePrecision
  /** Whether either end is only about right: "~". */
  approximate: boolean
}

const ONE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)$/

/**
 * Reads a date in the part of EDTF (ISO 8601-2:2019, level 1) that is kept: "2024", "2024-11", "2024-11-30", each also with
 * "~" for about, and an interval of two of them, "2024-11-27/2024-12-08". Gregorian, years 0001 to 9999.
 * @returns null for anything else, for days that no calendar has, and for an interval that ends before it begins
 */
export function parseEdtf(text: string): EdtfDate | null {
  const [first, last, ...more] = text.split('/').map(parseOne)
  if (!first || last === null || more.length > 0) return null
  if (!last) return { edtf: text, ...first }
  // "2024-11/2024-11-08" is fine: some day of November until the eighth.
  if (last.until < first.from) return null
  return { edtf: text, from: first.from, until: last.until, precision: 'range', approximate: first.approximate || last.approximate }
}

/** Writes an interval, or one date when both ends are the same; each end as {@link parseEdtf} reads it. */
export function printEdtf(first: string, last: string = first): string {
  return first === last ? first : `${first}/${last}`
}

function parseOne(text: string): Omit<EdtfDate, 'edtf'> | null {
  const [, year = '', month, day, about] = ONE.exec(text) ?? []
  if (year === '' || Number(year) === 0) return null
  const approximate = about === '~'
  if (month === undefined) return { from: `${year}-01-01`, until: `${year}-12-31`, precision: 'year', approximate }
  if (Number(month) < 1 || Number(month) > 12) return null
  const length = daysIn(Number(year), Number(month))
  if (day === undefined) return { from: `${year}-${month}-01`, until: `${year}-${month}-${length}`, precision: 'month', approximate }
  if (Number(day) < 1 || Number(day) > length) return null
  const date = `${year}-${month}-${day}`
  return { from: date, until: date, precision: 'day', approximate }
}

/** `Date` would take the years 0 to 99 for those of the last century. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
