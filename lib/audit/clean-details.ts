import type { AuditDetails } from './audit-event.ts'

/** UTF-16 units of one fact: names and titles, never texts. */
const LONGEST = 300

/** A string as the database gives it back unchanged: no NUL, no half of a surrogate pair, at most 300 UTF-16 units. */
export function cleanFact(text: string): string {
  return text.slice(0, LONGEST).replaceAll('\0', '').toWellFormed()
}

/** Details as the database gives them back unchanged: a number that is none becomes null. */
export function cleanDetails(details: AuditDetails): AuditDetails {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      if (typeof value === 'string') return [name, cleanFact(value)]
      if (typeof value === 'number' && !Number.isFinite(value)) return [name, null]
      return [name, Object.is(value, -0) ? 0 : value]
    }),
  )
}
