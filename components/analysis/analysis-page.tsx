'use client'

import '#/components/excerpts/excerpts.css'
import './analysis.css'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMemo, useOptimistic, useTransition } from 'react'
import { useLatest } from '#/components/excerpts/use-latest.ts'
import { Button } from '#/components/ui/button.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import type { AnalysisData } from '#/lib/analysis/analysis-data.ts'
import { actorGroups, type Groups, themeGroups } from '#/lib/analysis/groups.ts'
import { type AnalysisView, type Pane, printView } from '#/lib/analysis/view.ts'
import { type FilterNames, type NameBook, openNameBook } from '#/lib/excerpt/filter-names.ts'
import { t } from '#/lib/message/t.ts'
import { mergedQuery } from '#/lib/query/merged-query.ts'
import { conjuncts, EVERYTHING, type Query } from '#/lib/query/query.ts'
import { openVocabulary } from '#/lib/query/vocabulary.ts'
import { AnalysisBar } from './analysis-bar.tsx'
import { ExcerptsPane } from './excerpts-pane.tsx'
import { MatrixPane } from './matrix-pane.tsx'
import { NetworkPane } from './network-pane.tsx'
import { TimelinePane } from './timeline-pane.tsx'
import { WaitingPane } from './waiting-pane.tsx'

/** What every picture of the page is drawn with. */
export interface PaneProps {
  view: AnalysisView
  names: FilterNames
  book: NameBook
  groups: { actors: Groups; themes: Groups }
  /** Shows the page otherwise. */
  onAsk: (next: Partial<AnalysisView>) => void
  /** Chooses something in a picture; null: nothing any more. */
  onPick: (pane: Pane, query: Query | null) => void
}

/** What was tagged, counted: who speaks on what, who agrees with whom, and when. Choosing in one picture narrows the others. */
export function AnalysisPage({
  workspaceId,
  view: asked,
  ignored,
  data,
}: {
  workspaceId: string
  view: AnalysisView
  ignored: string[]
  data: AnalysisData
}) {
  const router = useRouter()
  const [isChanging, startChange] = useTransition()
  const { names, totals } = data
  const book = useMemo(() => openNameBook(names), [names])
  const vocabulary = useMemo(() => openVocabulary(names), [names])
  // What is pressed is pressed at once; its figures come.
  const [pick, pickSoon] = useOptimistic(asked.pick)
  const view = { ...asked, pick, query: mergedQuery(asked.query, names.codebook.merged) }
  const groups = useMemo(
    () => ({ actors: actorGroups(names.codebook.actors, asked.rows), themes: themeGroups(names.codebook.themes, asked.columns) }),
    [names.codebook, asked.rows, asked.columns],
  )
  const onAsk = (next: Partial<AnalysisView>) => {
    const params = printView({ ...view, ...next }).toString()
    startChange(() => {
      if (next.pick !== undefined) pickSoon(next.pick)
      router.push(`/w/${workspaceId}/analysis${params && `?${params}`}`, { scroll: false })
    })
  }
  const onPick = (pane: Pane, query: Query | null) => onAsk({ pick: query && { pane, query } })
  const pane: PaneProps = { view, names, book, groups, onAsk, onPick }
  const [network, timeline] = [useLatest(data.network), useLatest(data.timeline)]
  const isEmpty = totals.excerpts === 0

  return (
    <main className="analysis" id="main" aria-busy={isChanging}>
      <AnalysisBar workspaceId={workspaceId} pane={pane} vocabulary={vocabulary} totals={totals} saved={data.saved} ignored={ignored} />
      {isEmpty && (
        <EmptyState title={t('Nothing to compare')} lead={t('No excerpt is what the filters ask for, or nothing is tagged yet.')}>
          {conjuncts(view.query).length > 0 ? (
            <Button onClick={() => onAsk({ query: EVERYTHING, pick: null })}>{t('Clear all filters')}</Button>
          ) : (
            <Link className="btn btn--primary" href={`/w/${workspaceId}/documents`}>
              {t('Go to documents')}
            </Link>
          )}
        </EmptyState>
      )}
      <div className="dash" hidden={isEmpty}>
        <MatrixPane {...pane} matrix={data.matrix} />
        {network.value ? (
          <NetworkPane {...pane} network={network.value} statements={totals.excerpts} />
        ) : (
          <WaitingPane name="network" title={t('Network')} />
        )}
        {timeline.value ? <TimelinePane {...pane} timeline={timeline.value} /> : <WaitingPane name="timeline" title={t('Over time')} />}
        <ExcerptsPane workspaceId={workspaceId} view={view} book={book} />
      </div>
    </main>
  )
}
