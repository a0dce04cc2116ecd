import type { Annotation, FactField } from '#/lib/annotation/model.ts'
import { type Point, parsePoint, printPoint } from '#/lib/annotation/point.ts'
import { isName, parseReporters, printReporters, type Reporter } from '#/lib/annotation/reporters.ts'
import { type EdtfDate, parseEdtf } from '#/lib/date/edtf.ts'

export type { Reporter }

/** Whether what a statement reports happened. */
export const STATUSES = ['asserted', 'negated', 'planned', 'hypothetical', 'historical'] as const
export type Status = (typeof STATUSES)[number]

/** How sure the analyst is of it. */
export const CERTAINTIES = ['certain', 'probable', 'possible', 'doubtful'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** How exactly coordinates stand for a place. */
export const PLACE_PRECISIONS = ['exact', 'near', 'region', 'country'] as const
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number]

/** Longest name of a place, in UTF-16 units. */
export const PLACE_LENGTH = 200

/** Where it happened. */
export interface Place {
  /** As somebody wrote it, one line; empty when only the point is known. */
  name: string
  point: Point | null
  precision: PlacePrecision | null
}

/** What a statement says about the event it reports. Everything may be unknown. */
export interface Facts {
  status: Status | null
  certainty: Certainty | null
  date: EdtfDate | null
  place: Place | null
  /** Who reports whom, from who tells us to who saw it. */
  reportedBy: Reporter[]
}

/** Of a statement that says nothing about them. */
export const NO_FACTS: Facts = { status: null, certainty: null, date: null, place: null, reportedBy: [] }

const CHECKS: Record<FactField, (value: string) => boolean> = {
  status: (value) => oneOf(STATUSES, value) !== null,
  certainty: (value) => oneOf(CERTAINTIES, value) !== null,
  date: (value) => parseEdtf(value) !== null,
  place: (value) => isName(value, PLACE_LENGTH),
  placePoint: (value) => parsePoint(value) !== null,
  placePrecision: (value) => oneOf(PLACE_PRECISIONS, value) !== null,
  reportedBy: (value) => parseReporters(value) !== null,
}

/** Whether a text is a value of this fact. The empty text is none: it removes a fact. */
export function isFact(field: FactField, value: string): boolean {
  return CHECKS[field](value)
}

/** Reads the facts of a statement. What cannot be read is unknown. */
export function parseFacts(facts: Annotation['facts']): Facts {
  const { status, certainty, date = '', reportedBy = '' } = facts
  return {
    status: oneOf(STATUSES, status),
    certainty: oneOf(CERTAINTIES, certainty),
    date: parseEdtf(date),
    place: parsePlace(facts),
    reportedBy: parseReporters(reportedBy) ?? [],
  }
}

/** Writes facts as a layer keeps them, for `setFact`; the empty text stands for what is unknown. */
export function printFacts({ status, certainty, date, place, reportedBy }: Facts): Record<FactField, string> {
  return {
    status: status ?? '',
    certainty: certainty ?? '',
    date: date?.edtf ?? '',
    place: place?.name ?? '',
    placePoint: place?.point ? printPoint(place.point) : '',
    placePrecision: place?.precision ?? '',
    reportedBy: printReporters(reportedBy),
  }
}

function parsePlace({ place = '', placePoint = '', placePrecision }: Annotation['facts']): Place | null {
  const name = isName(place, PLACE_LENGTH) ? place : ''
  const point = parsePoint(placePoint)
  return name !== '' || point ? { name, point, precision: oneOf(PLACE_PRECISIONS, placePrecision) } : null
}

function oneOf<T extends string>(values: readonly T[], value: string | undefined): T | null {
  return values.find((one) => one === value) ?? null
}
