import { codeName } from '#/lib/annotation/code-word.ts'
import {
  CERTAINTIES,
  type Certainty,
  PLACE_PRECISIONS,
  type PlacePrecision,
  parseFacts,
  STATUSES,
  type Status,
} from '#/lib/annotation/facts.ts'
import { FACT_FIELDS, type FactField } from '#/lib/annotation/model.ts'
import { pointInWords } from '#/lib/annotation/point-in-words.ts'
import type { Reporter } from '#/lib/annotation/reporters.ts'
import { dateInWords } from '#/lib/date/date-in-words.ts'

/** What the fields for a statement's facts hold: dates and coordinates as they were typed, not as they are kept. */
export interface FactDraft {
  status: Status | ''
  certainty: Certainty | ''
  date: string
  place: string
  placePoint: string
  placePrecision: PlacePrecision | ''
  /** From who tells us to who saw it. */
  reportedBy: readonly Reporter[]
}

/** Facts as a layer keeps them; what is missing or empty is unknown. */
export type FactValues = Partial<Record<FactField, string>>

export const NO_FACTS: FactDraft = {
  status: '',
  certainty: '',
  date: '',
  place: '',
  placePoint: '',
  placePrecision: '',
  reportedBy: [],
}

/** The fields for the facts of a statement. */
export function factDraftOf(values: FactValues): FactDraft {
  const { status, certainty, reportedBy, place } = parseFacts(values)
  return {
    status: status ?? '',
    certainty: certainty ?? '',
    date: dateInWords(values.date ?? ''),
    place: values.place ?? '',
    placePoint: pointInWords(values.placePoint ?? ''),
    placePrecision: place?.precision ?? '',
    reportedBy,
  }
}

/** How many fields are filled in. */
export function countFacts(draft: FactDraft): number {
  return Object.values(draft).filter((value) => value.length > 0).length
}

/** The facts that were changed here, with the empty text for what was taken out. */
export function factChanges(before: FactValues, after: FactValues): FactValues {
  const changed = FACT_FIELDS.filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
  return Object.fromEntries(changed.map((field) => [field, after[field] ?? '']))
}

const choices = (values: readonly string[]) => [{ value: '', label: '–' }, ...values.map((value) => ({ value, label: codeName(value) }))]

export const statusChoices = () => choices(STATUSES)
export const certaintyChoices = () => choices(CERTAINTIES)
export const precisionChoices = () => choices(PLACE_PRECISIONS)
