import { type ExcerptFilter, FILTER_FIELDS, type FilterField, isAsked, withoutField } from './filter.ts'

/** A way on from results that are empty: the same query asking less. */
export interface WiderFilter {
  filter: ExcerptFilter
  /** The field that is no longer asked. */
  drops: FilterField
}

/** A wider filter with the number of excerpts it would give. */
export type WayOn = WiderFilter & { count: number }

/** The filters that ask one field less, in the order the fields are shown; none when nothing is asked. */
export function widerFilters(filter: ExcerptFilter): WiderFilter[] {
  return FILTER_FIELDS.filter((field) => isAsked(filter, field)).map((drops) => ({ filter: withoutField(filter, drops), drops }))
}
