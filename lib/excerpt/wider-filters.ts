import { type ExcerptFilter, FILTER_FIELDS, type FilterField, isAsked, withoutField } from './filter.ts'

/** A way on from results that are empty: the same query asking less. */
export type WiderFilter =
  /** One field is no longer asked. */
  | { filter: ExcerptFilter; drops: FilterField }
  /** The one theme asked for is the one above it. */
  | { filter: ExcerptFilter; widensTo: string }

/** A wider filter with the number of excerpts it would give. */
export type WayOn = WiderFilter & { count: number }

/**
 * The filters that ask one thing less, in the order the fields are shown; none when nothing is asked.
 *
 * @param parentOf the theme above a theme, or null
 */
export function widerFilters(filter: ExcerptFilter, parentOf: (themeId: string) => string | null): WiderFilter[] {
  const [themeId, ...others] = filter.themeIds
  const parent = themeId !== undefined && others.length === 0 ? parentOf(themeId) : null
  return [
    ...(parent === null ? [] : [{ filter: { ...filter, themeIds: [parent], includeDescendants: true }, widensTo: parent }]),
    ...FILTER_FIELDS.filter((field) => isAsked(filter, field)).map((drops) => ({ filter: withoutField(filter, drops), drops })),
  ]
}
