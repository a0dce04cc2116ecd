import { PLACE_LENGTH } from '#/lib/annotation/facts.ts'
import type { FactField } from '#/lib/annotation/model.ts'
import { nameOf, printReporters } from '#/lib/annotation/reporters.ts'
import { readTypedPoint } from '#/lib/annotation/typed-point.ts'
import { readTypedDate } from '#/lib/date/typed-date.ts'
import type { FactDraft } from './fact-draft.ts'

/** Reads what was filled in, or says which field cannot be read and why. Every field of the result is there. */
export function readFactDraft(
  draft: FactDraft,
): { ok: true; values: Record<FactField, string> } | { ok: false; field: FactField; reason: string } {
  const date = draft.date.trim() === '' ? { ok: true as const, date: '' } : readTypedDate(draft.date)
  if (!date.ok) return { ok: false, field: 'date', reason: date.reason }
  const point = draft.placePoint.trim() === '' ? { ok: true as const, point: '' } : readTypedPoint(draft.placePoint)
  if (!point.ok) return { ok: false, field: 'placePoint', reason: point.reason }
  const place = nameOf(draft.place, PLACE_LENGTH)
  const values = {
    status: draft.status,
    certainty: draft.certainty,
    date: date.date,
    place,
    placePoint: point.point,
    // A precision is that of a place.
    placePrecision: place || point.point ? draft.placePrecision : '',
    reportedBy: printReporters(draft.reportedBy),
  }
  return { ok: true, values }
}
