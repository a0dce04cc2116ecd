'use client'

import './excerpts.css'
import './excerpt-rows.css'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useTransition } from 'react'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import type { ExcerptPage } from '#/lib/excerpt/excerpt.ts'
import type { FilterNames } from '#/lib/excerpt/filter-names.ts'
import { openNameBook } from '#/lib/excerpt/filter-names.ts'
import { printResultsQuery, type ResultsQuery } from '#/lib/excerpt/results-query.ts'
import { mergedQuery } from '#/lib/query/merged-query.ts'
import type { SavedQuery } from '#/lib/query/saved-query.ts'
import { openVocabulary } from '#/lib/query/vocabulary.ts'
import type { WayOn } from '#/lib/query/wider-queries.ts'
import { EntryStates, entryStates } from './entry-states.ts'
import { Facets } from './facets.tsx'
import { QueryBar } from './query-bar.tsx'
import { Results } from './results.tsx'
import { SavedQueries } from './saved-queries.tsx'
import { savedQueryOf } from './saved-query-of.ts'
import { useLatest } from './use-latest.ts'
import { useSteadyResults } from './use-steady-results.ts'

interface ExcerptsPageProps {
  workspaceId: string
  query: ResultsQuery
  /** Parameters of the address that were not understood. */
  ignored: string[]
  firstPage: ExcerptPage
  names: FilterNames
  /** When nothing matches: what would. */
  waysOn: WayOn[]
  counts: Promise<ExcerptCounts>
  saved: SavedQuery[]
  /** Who looks at it. */
  me: string
  /** Whether the member may change tags, and those of others too. */
  canTag: boolean
  canModerate: boolean
  /** When the server drew the page, ms since 1970. */
  now: number
}

/** Tagged passages across the documents of a workspace: asked for in the address, read, taken out. */
export function ExcerptsPage({
  workspaceId,
  query: asked,
  ignored,
  firstPage,
  names,
  waysOn,
  counts,
  saved,
  me,
  canTag,
  canModerate,
  now,
}: ExcerptsPageProps) {
  const router = useRouter()
  const [isChanging, startChange] = useTransition()
  const query = { ...asked, query: mergedQuery(asked.query, names.codebook.merged) }
  const book = useMemo(() => openNameBook(names), [names])
  const vocabulary = useMemo(() => openVocabulary(names), [names])
  const states = useMemo(() => entryStates(names.codebook), [names])
  const counted = useLatest(counts)
  const address = printResultsQuery(query).toString()
  const named = savedQueryOf(query, saved)
  const shown = useSteadyResults({ address, firstPage, waysOn, now })

  const tagging = useMemo(() => ({ codebook: names.codebook, everyone: canModerate, me }), [names.codebook, canModerate, me])
  // An undo may be asked for long after these rows were drawn.
  const latest = useRef(shown.showNew)
  useEffect(() => {
    latest.current = shown.showNew
  })
  const showNew = useCallback(() => latest.current(), [])

  const ask = (next: Partial<ResultsQuery>) => {
    const params = printResultsQuery({ ...query, ...next }).toString()
    startChange(() => router.push(`/w/${workspaceId}/excerpts${params && `?${params}`}`, { scroll: false }))
  }

  return (
    <main className="query" id="main" aria-busy={isChanging}>
      <QueryBar query={query} ignored={ignored} names={names} book={book} vocabulary={vocabulary} shown={named} now={now} onAsk={ask}>
        <SavedQueries
          workspaceId={workspaceId}
          address={printResultsQuery({ ...query, saved: null }).toString()}
          saved={saved}
          shown={named}
          me={me}
          canShare={canTag}
          canModerate={canModerate}
        />
      </QueryBar>
      <div className="qbody">
        <Facets query={query.query} counts={counted.value} book={book} names={names} onAsk={(wanted) => ask({ query: wanted })} />
        <EntryStates value={states}>
          <Results
            key={shown.version}
            workspaceId={workspaceId}
            query={query}
            address={address}
            firstPage={shown.firstPage}
            counts={counted}
            book={book}
            vocabulary={vocabulary}
            waysOn={shown.waysOn}
            isChanging={isChanging}
            tagging={canTag ? tagging : null}
            now={shown.now}
            onAsk={ask}
            onShowNew={showNew}
          />
        </EntryStates>
      </div>
    </main>
  )
}
