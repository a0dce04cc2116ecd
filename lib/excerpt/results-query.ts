import { isId } from '#/lib/id.ts'
import { printAddress, readAddress } from '#/lib/query/address.ts'
import type { Query } from '#/lib/query/query.ts'

/** What excerpts stand under besides their documents: group after group by name, in each as published, newest first. */
export const EXCERPT_GROUPINGS = ['theme', 'actor', 'tagger'] as const
export type ExcerptGrouping = (typeof EXCERPT_GROUPINGS)[number]

/** `document`: documents as published, newest first, each from its beginning. `recent`: as tagged, newest first. */
export const EXCERPT_SORTS = ['document', 'recent', ...EXCERPT_GROUPINGS] as const
export type ExcerptSort = (typeof EXCERPT_SORTS)[number]

/** How results are shown: words in context, cards with memo, or a table. */
export const EXCERPT_VIEWS = ['lines', 'cards', 'table'] as const
export type ExcerptView = (typeof EXCERPT_VIEWS)[number]

/** All that the address of the excerpts page says. */
export interface ResultsQuery {
  query: Query
  sort: ExcerptSort
  view: ExcerptView
  /** The saved query it began from, by id; what is asked may have changed since. */
  saved: string | null
}

/** Reads the page's address parameters: those of the query, `sort`, `view` and `saved`. Parameters of the query that are not understood are listed. */
export function parseResultsQuery(params: URLSearchParams): ResultsQuery & { ignored: string[] } {
  const known = <T extends string>(values: readonly [T, ...T[]], name: string): T =>
    values.find((value) => value === params.get(name)) ?? values[0]
  const saved = params.get('saved') ?? ''
  return {
    ...readAddress(params),
    sort: known(EXCERPT_SORTS, 'sort'),
    view: known(EXCERPT_VIEWS, 'view'),
    saved: isId(saved) ? saved : null,
  }
}

/** The address parameters of the page; what is usual is left out. */
export function printResultsQuery({
  query,
  sort,
  view,
  saved = null,
}: Omit<ResultsQuery, 'saved'> & Partial<ResultsQuery>): URLSearchParams {
  const params = printAddress(query)
  if (sort !== EXCERPT_SORTS[0]) params.set('sort', sort)
  if (view !== EXCERPT_VIEWS[0]) params.set('view', view)
  if (saved !== null) params.set('saved', saved)
  return params
}
