import type { Certainty, Facts, PlacePrecision, Reporter, Status } from '#/lib/annotation/facts.ts'
import { parseEdtf } from '#/lib/date/edtf.ts'

/** The facts of a statement as columns of the excerpts table; null: not said. */
export interface FactColumns {
  status: Status | null
  certainty: Certainty | null
  /** EDTF, with the first and last day ("YYYY-MM-DD") it can mean. */
  eventDate: string | null
  eventFrom: string | null
  eventUntil: string | null
  place: string | null
  /** Degrees, WGS 84. */
  placeLatitude: number | null
  placeLongitude: number | null
  placePrecision: PlacePrecision | null
  /** From who tells us to who saw it. */
  reportedBy: Reporter[] | null
}

export function factColumns({ status, certainty, date, place, reportedBy }: Facts): FactColumns {
  return {
    status,
    certainty,
    eventDate: date?.edtf ?? null,
    eventFrom: date?.from ?? null,
    eventUntil: date?.until ?? null,
    place: place?.name || null,
    placeLatitude: place?.point?.latitude ?? null,
    placeLongitude: place?.point?.longitude ?? null,
    placePrecision: place?.precision ?? null,
    reportedBy: reportedBy.length > 0 ? reportedBy : null,
  }
}

/** What {@link factColumns} was made of. */
export function factsOf(columns: FactColumns): Facts {
  const { status, certainty, eventDate, place, placeLatitude, placeLongitude, placePrecision, reportedBy } = columns
  const point = placeLatitude === null || placeLongitude === null ? null : { latitude: placeLatitude, longitude: placeLongitude }
  return {
    status,
    certainty,
    date: eventDate === null ? null : parseEdtf(eventDate),
    place: place === null && !point ? null : { name: place ?? '', point, precision: placePrecision },
    reportedBy: reportedBy ?? [],
  }
}
