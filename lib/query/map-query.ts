import type { Condition, Query } from './query.ts'

/** The same tree with other conditions. */
export function mapConditions(query: Query, change: (condition: Condition) => Query): Query {
  switch (query.is) {
    case 'all':
    case 'any':
      return { is: query.is, of: query.of.map((part) => mapConditions(part, change)) }
    case 'not':
      return { is: 'not', of: mapConditions(query.of, change) }
    case 'near':
      return { ...query, left: mapConditions(query.left, change), right: mapConditions(query.right, change) }
    default:
      return change(query)
  }
}
