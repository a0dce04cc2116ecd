import { readCodebook } from '#/db/queries/codebook.ts'
import { countExcerpts, countMatching } from '#/db/queries/excerpt-counts.ts'
import { listExcerptDocuments } from '#/db/queries/excerpt-documents.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { listPeople } from '#/db/queries/people.ts'
import { listSavedQueries } from '#/db/queries/saved-queries.ts'
import type { Scope } from '#/db/scope.ts'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import type { ExcerptPage } from '#/lib/excerpt/excerpt.ts'
import type { FilterNames } from '#/lib/excerpt/filter-names.ts'
import type { ResultsQuery } from '#/lib/excerpt/results-query.ts'
import type { SavedQuery } from '#/lib/query/saved-query.ts'
import { type WayOn, widerQueries } from '#/lib/query/wider-queries.ts'
import { memberDb, runtime } from '#/server/runtime.ts'

export interface LoadedExcerpts {
  page: ExcerptPage
  names: FilterNames
  /** When nothing matches: what would. */
  waysOn: WayOn[]
  /** Comes later: counting takes longer than reading a page. */
  counts: Promise<ExcerptCounts>
  /** Queries with a name that this person sees. */
  saved: SavedQuery[]
}

/** What the excerpts page shows. */
export async function loadExcerpts(scope: Scope, { query, sort }: ResultsQuery): Promise<LoadedExcerpts> {
  const db = memberDb(scope)
  const [page, codebook, documents, people, saved] = await Promise.all([
    pageOfExcerpts(db, scope, { query, sort }),
    readCodebook(db, scope),
    listExcerptDocuments(db, scope),
    listPeople(db, scope),
    listSavedQueries(db, scope),
  ])
  // Begun when the page is read: the embedded database does one thing after the other.
  const counts = countExcerpts(db, scope, query, runtime().facets)
  counts.catch(() => {}) // a page that fails before it asks for them must not end the process
  const names = { codebook, documents, people }
  const parentOf = (id: string) => names.codebook.themes.find((theme) => theme.id === id)?.parentId ?? null
  const waysOn: WayOn[] = []
  if (page.excerpts.length === 0)
    for (const wider of widerQueries(query, parentOf)) waysOn.push({ ...wider, count: await countMatching(db, scope, wider.query) })
  return { page, names, waysOn, counts, saved }
}
