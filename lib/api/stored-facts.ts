import { isFact } from '#/lib/annotation/facts.ts'
import type { FactField } from '#/lib/annotation/model.ts'
import { printPoint } from '#/lib/annotation/point.ts'
import { printReporters, REPORTER_LENGTH } from '#/lib/annotation/reporters.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { ProblemError } from './problem.ts'
import type { NewFacts } from './schemas/annotation.ts'

/** Facts as a layer keeps them: an empty text takes one away, what is absent stays. */
export type StoredFacts = Partial<Record<FactField, string>>

/** What a program says of the event, as it is kept; or what of it cannot be. @param pointer of `facts` in the body */
export function storedFacts(facts: NewFacts, pointer = '/facts'): { ok: true; facts: StoredFacts } | { ok: false; errors: ProblemError[] } {
  const { status, certainty, date, place, reportedBy } = facts
  const stored: StoredFacts = {
    ...(status !== undefined && { status: status ?? '' }),
    ...(certainty !== undefined && { certainty: certainty ?? '' }),
    ...(date !== undefined && { date: date ?? '' }),
    ...(place !== undefined && {
      place: oneLine(place?.name ?? ''),
      placePoint: place?.point ? printPoint(place.point) : '',
      placePrecision: place?.precision ?? '',
    }),
    ...(reportedBy !== undefined && {
      reportedBy: printReporters(
        reportedBy.map((link) => ('actorId' in link ? { actor: link.actorId } : { name: oneLine(link.name).slice(0, REPORTER_LENGTH) })),
      ),
    }),
  }
  const errors = (Object.entries(stored) as [FactField, string][])
    .filter(([field, value]) => value !== '' && !isFact(field, value))
    .map(([field]) => ({ detail: WRONG[field] ?? 'This is no value of this fact.', pointer: `${pointer}/${POINTERS[field] ?? field}` }))
  return errors.length > 0 ? { ok: false, errors } : { ok: true, facts: stored }
}

const WRONG: Partial<Record<FactField, string>> = { date: 'Write the date in EDTF, such as 2017, 2017-03, 2017-03-14 or 2017-03/2017-05.' }
const POINTERS: Partial<Record<FactField, string>> = { place: 'place/name', placePoint: 'place/point', placePrecision: 'place/precision' }
