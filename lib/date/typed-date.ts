import { MONTHS } from '#/lib/date/date-in-words.ts'
import { parseEdtf, printEdtf } from '#/lib/date/edtf.ts'
import { t } from '#/lib/message/t.ts'

/** A day, month or year as it was typed: what is missing may be taken from the other end of a range. */
interface TypedPoint {
  year?: string
  month?: number
  day?: number
  about: boolean
}

/** What a typed date means, in the extended date format of ISO 8601-2 (EDTF), or why it means nothing. */
export type TypedDate = { ok: true; date: string } | { ok: false; reason: string }

const how = () => t('Write it like 30 Nov 2024, Nov 2024, 2024 or 27 Nov – 8 Dec 2024.')

/** Where one end of a range stops and the other begins; those that cannot be part of a date first. */
const BETWEEN = [/\s(?:to|until|till|through|and)\s/g, /\s-\s/g, /\.\.+/g, /\//g, /-/g]

/**
 * Reads a date as people type it in English: "2024", "Nov 2024", "30 November 2024", "Nov 30, 2024", "30.11.2024", "2024-11-30",
 * with "about" or "~" before it, and ranges: "27–30 Nov 2024", "27 Nov to 8 Dec 2024", "2024-11-27/2024-12-08". A year has four
 * digits. 03/04/2024 is refused, as it is two days depending on where one grew up.
 */
export function readTypedDate(typed: string): TypedDate {
  const text = tidy(typed)
  const single = readPoint(text)
  if (single) return finish([single])
  if (/^\d\d?\/\d\d?\/\d{4}$/.test(text)) return readSlashes(text)
  for (const between of BETWEEN) {
    for (const { index, 0: separator } of text.matchAll(between)) {
      const ends = [readPoint(text.slice(0, index).trim()), readPoint(text.slice(index + separator.length).trim())] as const
      if (ends[0] && ends[1]) return finish(completed(ends[0], ends[1]))
    }
  }
  return { ok: false, reason: how() }
}

/** Small letters, Latin digits, one kind of hyphen; without the words and signs that carry nothing. */
function tidy(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|of|the|from|between|on|in)\b|,/g, ' ')
    .replace(/\b(\d\d?)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** One day, month or year, whole or in part; null when the text is none. */
function readPoint(text: string): TypedPoint | null {
  const bare = text.replace(/^(?:about|around|approximately|circa|ca?\.?|~)\s*(?=\S)/, '').replace(/~$/, '')
  const about = bare !== text
  const iso = /^(\d{4})-(\d\d?)(?:-(\d\d?))?$/.exec(bare) ?? /^(\d{4})\/(\d\d?)\/(\d\d?)$/.exec(bare)
  if (iso) return point(about, iso[1], iso[2], iso[3])
  const dotted = /^(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})$/.exec(bare)
  if (dotted) return point(about, dotted[3], dotted[2], dotted[1])
  return readWords(bare, about)
}

function point(about: boolean, year: string | undefined, month: string | undefined, day: string | undefined): TypedPoint {
  return { about, ...(year && { year }), ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) }
}

/** A name of a month, a year and a day in any order, each at most once. */
function readWords(text: string, about: boolean): TypedPoint | null {
  const found: TypedPoint = { about }
  for (const word of text.split(' ')) {
    const month = monthNumber(word)
    if (month > 0 && found.month === undefined) found.month = month
    else if (/^\d{4}$/.test(word) && found.year === undefined) found.year = word
    else if (/^\d\d?$/.test(word) && found.day === undefined) found.day = Number(word)
    else return null
  }
  return found
}

/** 1 to 12 for "nov", "nov.", "novem", "november" and "sept"; 0 for other words. */
function monthNumber(word: string): number {
  const name = word.replace(/\.$/, '')
  return name.length < 3 ? 0 : MONTHS.findIndex((full) => full.startsWith(name)) + 1
}

/** What one end of a range leaves out, it has from the other: "27–30 Nov 2024", "Nov 27–30, 2024". */
function completed(from: TypedPoint, until: TypedPoint): [TypedPoint, TypedPoint] {
  return [withMissing(from, until), withMissing(until, from)]
}

function withMissing(one: TypedPoint, other: TypedPoint): TypedPoint {
  const year = one.year ?? other.year
  const month = one.month ?? (one.day === undefined ? undefined : other.month)
  return { ...one, ...(year && { year }), ...(month && { month }) }
}

function finish(points: readonly TypedPoint[]): TypedDate {
  if (points.some(({ year, month, day }) => year === undefined || (day !== undefined && month === undefined)))
    return { ok: false, reason: how() }
  const ends = points.map(write)
  if (!ends.every(parseEdtf)) return { ok: false, reason: t('There is no such day in the calendar.') }
  const date = printEdtf(ends[0]!, ends[1])
  return parseEdtf(date) ? { ok: true, date } : { ok: false, reason: t('The range ends before it begins.') }
}

const two = (value: number) => String(value).padStart(2, '0')

function write({ year, month, day, about }: TypedPoint): string {
  const parts = [year, ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])]
  return parts.join('-') + (about ? '~' : '')
}

/** Day and month by slashes, when only one order makes a date. */
function readSlashes(text: string): TypedDate {
  const [first, second, year] = text.split('/') as [string, string, string]
  if (Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second))
    return {
      ok: false,
      reason: t('{date} can be two days. Write the month as a word, like 3 Apr {year}.', { date: `${first}/${second}`, year }),
    }
  return finish([Number(first) > 12 ? point(false, year, second, first) : point(false, year, first, second)])
}
