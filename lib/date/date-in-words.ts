import { parseEdtf } from '#/lib/date/edtf.ts'

/** English, as they are typed and shown, in order. */
export const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/**
 * An EDTF date as people write it, in words that `readTypedDate` reads as the same: "30 Nov 2024", "about Nov 2024",
 * "27 Nov – 8 Dec 2024". Text that is no such date is given back unchanged.
 */
export function dateInWords(date: string): string {
  if (!parseEdtf(date)) return date
  const [from, until] = date.split('/') as [string, string | undefined]
  if (until === undefined) return pointInWords(from)
  if (/^\d{4}\/\d{4}$/.test(date)) return `${from}–${until}`
  const isSameYear = from.slice(0, 4) === until.slice(0, 4) && from.length === until.length && !date.includes('~')
  if (!isSameYear) return `${pointInWords(from)} – ${pointInWords(until)}`
  if (from.length === 10 && from.slice(0, 7) === until.slice(0, 7)) return `${Number(from.slice(8))}–${pointInWords(until)}`
  return `${pointInWords(from).slice(0, -5)} – ${pointInWords(until)}`
}

function pointInWords(end: string): string {
  const [year, month, day] = end.replace('~', '').split('-') as [string, string | undefined, string | undefined]
  const name = month && MONTHS[Number(month) - 1]!.slice(0, 3).replace(/^./, (letter) => letter.toUpperCase())
  const words = [day && String(Number(day)), name, year].filter(Boolean).join(' ')
  return end.endsWith('~') ? `about ${words}` : words
}
