import { useRef, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import type { ExcerptPage } from '#/lib/excerpt/excerpt.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import type { ResultsQuery } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'
import type { Vocabulary } from '#/lib/query/vocabulary.ts'
import type { WayOn } from '#/lib/query/wider-queries.ts'
import { BulkEdits } from './bulk-edits.tsx'
import { EmptyResults } from './empty-results.tsx'
import { ExcerptList } from './excerpt-list.tsx'
import { ExcerptTable } from './excerpt-table.tsx'
import { LoadMore } from './load-more.tsx'
import { NewExcerpts } from './new-excerpts.tsx'
import { ResultsHead } from './results-head.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useExcerptPages } from './use-excerpt-pages.ts'
import type { Latest } from './use-latest.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useSelection } from './use-selection.ts'

/** What changing tags of many excerpts needs to know. */
export interface Tagging {
  codebook: Codebook
  /** Whether tags of others may be changed too. */
  everyone: boolean
}

interface ResultsProps {
  workspaceId: string
  query: ResultsQuery
  address: string
  firstPage: ExcerptPage
  counts: Latest<ExcerptCounts>
  book: NameBook
  vocabulary: Vocabulary
  waysOn: WayOn[]
  isChanging: boolean
  /** Whose tags may be changed; null: nobody's. */
  tagging: Tagging | null
  now: number
  onAsk: (next: Partial<ResultsQuery>) => void
  onShowNew: () => void
}

/** The excerpts that match, page by page, with what can be done to them. */
export function Results({
  workspaceId,
  query,
  address,
  firstPage,
  counts,
  book,
  vocabulary,
  waysOn,
  isChanging,
  tagging,
  now,
  onAsk,
  onShowNew,
}: ResultsProps) {
  const scroller = useRef<HTMLElement>(null)
  const pages = useExcerptPages(workspaceId, address, firstPage)
  const selection = useSelection()
  const [peekedId, setPeekedId] = useState<string | null>(null)
  useRowKeys(scroller, {
    onTick: selection.toggle,
    isTicked: (id) => selection.ids.has(id),
    onPeek: (id) => setPeekedId(id === peekedId ? null : id),
    onAll: selection.toggleAll,
  })
  const { excerpts } = pages
  const isEmpty = excerpts.length === 0
  const shared = { workspaceId, excerpts, selection, now }

  return (
    <section ref={scroller} className={isChanging ? 'results is-changing' : 'results'} aria-label={t('Results')}>
      <ResultsHead
        workspaceId={workspaceId}
        query={query}
        counts={counts.value}
        excerpts={excerpts}
        hasMore={pages.hasMore}
        selection={selection}
        onAsk={onAsk}
      >
        {tagging && (
          <BulkEdits
            workspaceId={workspaceId}
            query={query.query}
            total={counts.value?.excerpts ?? null}
            selected={[...selection.ids]}
            {...tagging}
            onDone={onShowNew}
          />
        )}
      </ResultsHead>
      <NewExcerpts workspaceId={workspaceId} address={address} counts={counts} onShow={onShowNew} />
      {isEmpty && <EmptyResults workspaceId={workspaceId} waysOn={waysOn} book={book} vocabulary={vocabulary} onAsk={onAsk} />}
      {!isEmpty && query.view === 'table' && <ExcerptTable {...shared} />}
      {!isEmpty && query.view !== 'table' && (
        <ExcerptList
          {...shared}
          peekedId={peekedId}
          view={query.view}
          isGrouped={query.sort === 'document'}
          perDocument={counts.value?.by.document ?? null}
        />
      )}
      {!isEmpty && <LoadMore pages={pages} scroller={scroller} />}
      {pages.problem && (
        <p className="notice notice--error results__problem" role="alert">
          {pages.problem} <Button onClick={pages.loadMore}>{t('Try again')}</Button>
        </p>
      )}
      <SelectionBar workspaceId={workspaceId} excerpts={excerpts} selection={selection} />
    </section>
  )
}
