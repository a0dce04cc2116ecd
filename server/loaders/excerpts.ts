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
  const page = await pageOfExcerpts(memberDb(scope), scope, { query, sort })
  const names = {
    codebook: await readCodebook(memberDb(scope), scope),
    documents: await listExcerptDocuments(memberDb(scope), scope),
    people: await listPeople(memberDb(scope), scope),
  }
  const parentOf = (id: string) => names.codebook.themes.find((theme) => theme.id === id)?.parentId ?? null
  const waysOn: WayOn[] = []
  if (page.excerpts.length === 0)
    for (const wider of widerQueries(query, parentOf))
      waysOn.push({ ...wider, count: await countMatching(memberDb(scope), scope, wider.query) })
  const saved = await listSavedQueries(memberDb(scope), scope)
  const counts = countExcerpts(memberDb(scope), scope, query, runtime().facets)
  counts.catch(() => {}) // a page that fails before it asks for them must not end the process
  return { page, names, waysOn, counts, saved }
}
