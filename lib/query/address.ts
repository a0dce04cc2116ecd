import { readOldAddress } from './old-address.ts'
import { parseQuery } from './parse.ts'
import { printQuery } from './print.ts'
import { EVERYTHING, type Query } from './query.ts'
import { IDS_ONLY } from './vocabulary.ts'

/** The address parameter a query is in. */
export const QUERY_PARAM = 'ask'

/** A query read from an address, and what in it could not be understood (as "name=value"). */
export interface AddressQuery {
  query: Query
  ignored: string[]
}

/**
 * Reads the query of an address: `ask`, its text with ids for names; without it, the single parameters that links and addresses kept
 * from before have (`old-address.ts`). Never throws: what is not understood is left out and listed, so that a page can say so and an
 * export can refuse.
 */
export function readAddress(params: URLSearchParams): AddressQuery {
  const text = params.get(QUERY_PARAM)
  if (text === null) return readOldAddress(params)
  const parsed = parseQuery(text, IDS_ONLY)
  return parsed.ok ? { query: parsed.query, ignored: [] } : { query: EVERYTHING, ignored: [`${QUERY_PARAM}=${text}`] }
}

/** The address parameters of a query; none when it asks nothing. `readAddress` reads them back. */
export function printAddress(query: Query): URLSearchParams {
  const text = printQuery(query, IDS_ONLY)
  return new URLSearchParams(text && { [QUERY_PARAM]: text })
}

/** The page of the excerpts a query asks for, from the site's root. */
export function excerptsPath(workspaceId: string, query: Query): string {
  const params = printAddress(query).toString()
  return `/w/${workspaceId}/excerpts${params && `?${params}`}`
}
