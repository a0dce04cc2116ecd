import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import type { ExcerptPage } from '#/lib/excerpt/excerpt.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import type { ResultsQuery } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'
import type { Vocabulary } from '#/lib/query/vocabulary.ts'
import type { WayOn } from '#/lib/query/wider-queries.ts'
import { EmptyResults } from './empty-results.tsx'
import { shownGroups } from './excerpt-groups.ts'
import { ExcerptList } from './excerpt-list.tsx'
import { ExcerptTable } from './excerpt-table.tsx'
import { LoadMore } from './load-more.tsx'
import { NewExcerpts } from './new-excerpts.tsx'
import { ResultsHead } from './results-head.tsx'
import { SelectionBar, type Tagging } from './selection-bar.tsx'
import { useExcerptPages } from './use-excerpt-pages.ts'
import type { Latest } from './use-latest.ts'
import { useResultsNews } from './use-results-news.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useSelection } from './use-selection.ts'

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
  const { excerpts } = pages
  const listed = useRef<string[]>([])
  useEffect(() => {
    listed.current = excerpts.map(({ annotationId }) => annotationId)
  })
  const { toggle, extendTo } = selection
  const onTick = useCallback((id: string, isRange: boolean) => (isRange ? extendTo(id, listed.current) : toggle(id)), [toggle, extendTo])
  useRowKeys(scroller, {
    onTick: toggle,
    isTicked: selection.has,
    onPeek: (id) => setPeekedId(id === peekedId ? null : id),
    onAll: selection.toggleAll,
  })
  const news = useResultsNews(
    workspaceId,
    address,
    { value: counts.value?.excerpts ?? null, isCurrent: counts.isCurrent },
    excerpts.map(({ annotationId }) => annotationId),
  )
  const total = counts.value?.excerpts ?? null
  const isEmpty = excerpts.length === 0
  const groups = shownGroups(query.sort, excerpts, pages.groups, counts.value?.by.document ?? null)
  const shared = { workspaceId, excerpts, groups, sort: query.sort, book, selection, onTick, peekedId, gone: news.gone, now }

  return (
    <section ref={scroller} className={isChanging ? 'results is-changing' : 'results'} aria-label={t('Results')}>
      <ResultsHead workspaceId={workspaceId} query={query} counts={counts.value} isEmpty={isEmpty} selection={selection} onAsk={onAsk} />
      <NewExcerpts news={news} onShow={onShowNew} />
      {isEmpty && <EmptyResults workspaceId={workspaceId} waysOn={waysOn} book={book} vocabulary={vocabulary} onAsk={onAsk} />}
      {!isEmpty && query.view === 'table' && <ExcerptTable {...shared} />}
      {!isEmpty && query.view !== 'table' && <ExcerptList {...shared} view={query.view} />}
      {!isEmpty && <LoadMore pages={pages} scroller={scroller} />}
      {pages.problem && (
        <p className="notice notice--error results__problem" role="alert">
          {pages.problem} <Button onClick={pages.loadMore}>{t('Try again')}</Button>
        </p>
      )}
      <SelectionBar
        workspaceId={workspaceId}
        query={query.query}
        total={total}
        excerpts={excerpts}
        selection={selection}
        tagging={tagging}
        onExport={() => scroller.current?.querySelector<HTMLElement>('[data-export] button')?.click()}
        onDone={onShowNew}
      />
    </section>
  )
}
