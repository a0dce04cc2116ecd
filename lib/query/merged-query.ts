import { type Merged, resolveId } from '#/lib/codebook/resolve-id.ts'
import { mapConditions } from './map-query.ts'
import { normalise } from './normalise.ts'
import type { Query } from './query.ts'

/** What a query asks for now that entries were merged: an address may have been kept since before. */
export function mergedQuery(query: Query, merged: Merged): Query {
  return normalise(
    mapConditions(query, (asked) =>
      asked.is === 'actor' || asked.is === 'theme' ? { ...asked, values: asked.values.map((id) => resolveId(merged, id)) } : asked,
    ),
  )
}
