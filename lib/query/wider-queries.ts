import { normalise } from './normalise.ts'
import { conjuncts, type Query } from './query.ts'

/** A way on from results that are empty: the same query asking less. */
export type WiderQuery =
  /** One of what has to hold is no longer asked. */
  | { query: Query; drops: Query }
  /** The one theme asked for is the one above it. */
  | { query: Query; widensTo: string }

/** A wider query with the number of excerpts it would give. */
export type WayOn = WiderQuery & { count: number }

/**
 * The queries that ask one thing less, in the order they are written; none when nothing is asked.
 *
 * @param parentOf the theme above a theme, or null
 */
export function widerQueries(query: Query, parentOf: (themeId: string) => string | null): WiderQuery[] {
  const parts = conjuncts(query)
  return parts.flatMap((part, at): WiderQuery[] => {
    const [themeId, ...others] = part.is === 'theme' ? part.values : []
    const parent = part.is === 'theme' && themeId !== undefined && others.length === 0 ? parentOf(themeId) : null
    const wider = { ...part, values: [parent], below: true } as Query
    return [
      ...(parent === null ? [] : [{ query: normalise({ is: 'all', of: parts.with(at, wider) }), widensTo: parent }]),
      { query: normalise({ is: 'all', of: parts.toSpliced(at, 1) }), drops: part },
    ]
  })
}
