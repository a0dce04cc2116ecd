import { parseQuery } from '#/lib/query/parse.ts'
import type { Query } from '#/lib/query/query.ts'
import { IDS_ONLY } from '#/lib/query/vocabulary.ts'

/** A query as it is written, with ids for names. @throws when it cannot be read */
export function ask(text: string): Query {
  const parsed = parseQuery(text, IDS_ONLY)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`)
  return parsed.query
}
