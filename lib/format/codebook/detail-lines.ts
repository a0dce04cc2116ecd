import { languageTag } from '#/lib/codebook/language-tag.ts'
import type { WholeDesignation, WholeExternalId } from '#/lib/codebook/whole-codebook.ts'
import type { BookAlias, BookMembership } from './book.ts'
import { escapeSigns, splitAtSigns, unescapeSigns } from './escapes.ts'

/**
 * What an actor has several of, each as one line that people can read and write: fields with " | " between.
 *
 * - other name: `هيئة تحرير الشام | ar | preferred | 2017-01-28 to 2020-12-31`
 * - membership: `NATO | from 2004-03-29 | note`
 * - designation: `Foreign terrorist organisation | US Department of State | from 2018-05-30 | https://...`
 * - external id: `wikidata | Q8682`
 *
 * Days stand as "from X", "until Y" or "X to Y"; where they are open nothing stands. Of a name all but the first field may come in
 * any order.
 */
const BETWEEN = ' | '
const DAY = String.raw`\d{4}-\d\d-\d\d`
const RANGE = new RegExp(`^(?:from (${DAY})|until (${DAY})|(${DAY}) to (${DAY}))$`)

interface Days {
  from: string | null
  until: string | null
}

export function printAlias({ name, language, preferred, from, until }: BookAlias): string {
  return line(
    [name, language === 'und' ? '' : language, preferred ? 'preferred' : '', printDays({ from, until })].filter(
      (field, at) => at === 0 || field,
    ),
  )
}

/** Null when the line is empty. `unread`: fields that are no language, day or "preferred". */
export function parseAlias(text: string): { alias: BookAlias; unread: string[] } | null {
  const [name = '', ...rest] = fieldsOf(text)
  if (name === '') return null
  const alias: BookAlias = { name, language: 'und', preferred: false, from: null, until: null }
  const unread: string[] = []
  for (const field of rest) {
    const days = parseDays(field)
    const language = languageTag(field)
    if (days) Object.assign(alias, days)
    else if (field.toLowerCase() === 'preferred') alias.preferred = true
    else if (language === null) unread.push(field)
    else if (field !== '') alias.language = language
  }
  return { alias, unread }
}

/** @param group name of the group */
export function printMembership(group: string, { from, until, note }: Omit<BookMembership, 'group'>): string {
  return line(withoutEnd([group, printDays({ from, until }), note]))
}

export function parseMembership(text: string): BookMembership | null {
  const { days, fields } = daysApart(fieldsOf(text), 1)
  const [group = '', ...note] = fields
  return group === '' ? null : { group, ...days, note: note.filter(Boolean).join(BETWEEN) }
}

export function printDesignation({ label, issuer, from, until, source }: WholeDesignation): string {
  return line(withoutEnd([label, issuer, printDays({ from, until }), source]))
}

export function parseDesignation(text: string): WholeDesignation | null {
  const { days, fields } = daysApart(fieldsOf(text), 2)
  const [label = '', issuer = '', ...source] = fields
  return label === '' ? null : { label, issuer, ...days, source: source.filter(Boolean).join(BETWEEN) }
}

export function printExternalId({ scheme, value }: WholeExternalId): string {
  return line([scheme, value])
}

/** "wikidata | Q8682", and "wikidata: Q8682" as people write it. */
export function parseExternalId(text: string): WholeExternalId | null {
  const [scheme = '', ...rest] = fieldsOf(text)
  if (rest.length > 0) return scheme && rest[0] ? { scheme, value: rest.join(BETWEEN) } : null
  const [, name, value] = /^([^:]+):\s*(.+)$/.exec(scheme) ?? []
  return name && value ? { scheme: name.trim(), value } : null
}

function line(fields: readonly string[]): string {
  return fields.map((field) => escapeSigns(field, '|;')).join(BETWEEN)
}

function fieldsOf(text: string): string[] {
  return splitAtSigns(text, '|').map(unescapeSigns)
}

function withoutEnd(fields: string[]): string[] {
  const end = fields.findLastIndex((field) => field !== '')
  return fields.slice(0, end + 1)
}

function printDays({ from, until }: Days): string {
  if (from === null) return until === null ? '' : `until ${until}`
  return until === null ? `from ${from}` : `${from} to ${until}`
}

function parseDays(text: string): Days | null {
  const match = RANGE.exec(text)
  if (!match) return null
  const days = { from: match[1] ?? match[3] ?? null, until: match[2] ?? match[4] ?? null }
  return [days.from, days.until].every((day) => day === null || isDay(day)) ? days : null
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** Takes the days out: at their place, where nothing stands for open ones, or wherever somebody wrote them. */
function daysApart(fields: readonly string[], place: number): { days: Days; fields: string[] } {
  const inPlace = fields[place] === '' || parseDays(fields[place] ?? '') !== null
  const at = inPlace ? place : fields.findIndex((field, index) => index > 0 && parseDays(field) !== null)
  const days = parseDays(fields[at] ?? '') ?? { from: null, until: null }
  return { days, fields: fields.filter((_, index) => index !== at) }
}
