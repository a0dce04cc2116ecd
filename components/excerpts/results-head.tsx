import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { counted } from '#/lib/counted.ts'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { EXCERPT_VIEWS, type ExcerptSort, type ExcerptView, type ResultsQuery } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'
import { printAddress } from '#/lib/query/address.ts'
import { ExportMenu } from './export-menu.tsx'
import { TickBox } from './tick-box.tsx'
import type { Selection } from './use-selection.ts'

interface ResultsHeadProps {
  workspaceId: string
  query: ResultsQuery
  counts: ExcerptCounts | null
  excerpts: readonly Excerpt[]
  hasMore: boolean
  selection: Selection
  onAsk: (next: Partial<ResultsQuery>) => void
  /** Further buttons. */
  children?: ReactNode
}

const VIEW_NAMES: Record<ExcerptView, string> = {
  get lines() {
    return t('Lines')
  },
  get cards() {
    return t('Cards')
  },
  get table() {
    return t('Table')
  },
}
const SORT_NAMES: Record<ExcerptSort, string> = {
  get document() {
    return t('Grouped by document')
  },
  get recent() {
    return t('Newest tags first')
  },
}

/** How many there are, how they are shown, and the way out. */
export function ResultsHead({ workspaceId, query, counts, excerpts, hasMore, selection, onAsk, children }: ResultsHeadProps) {
  const { view, sort } = query
  return (
    <div className="rhead">
      <TickBox
        label={hasMore ? t('Select all loaded excerpts') : t('Select all excerpts')}
        ids={excerpts.map((excerpt) => excerpt.annotationId)}
        selection={selection}
      />
      <span role="status" className="rhead__count">
        {counts && (
          <>
            <b>{counted(counts.excerpts, 'excerpt')}</b>
            {counts.excerpts > 0 && <span className="muted"> {t('in {counts}', { counts: where(counts) })}</span>}
          </>
        )}
      </span>
      <div className="seg hide-small" role="radiogroup" aria-label={t('View')}>
        {EXCERPT_VIEWS.map((choice) => (
          // biome-ignore lint/a11y/useSemanticElements: a segmented control; buttons are reached and pressed as everywhere
          <button key={choice} type="button" role="radio" aria-checked={choice === view} onClick={() => onAsk({ view: choice })}>
            {VIEW_NAMES[choice]}
          </button>
        ))}
      </div>
      <Menu
        label={t('Order: {sort}', { sort: SORT_NAMES[sort] })}
        align="end"
        triggerClassName="btn btn--quiet hide-small"
        trigger={
          <>
            {SORT_NAMES[sort]}
            <Icon name="down" small />
          </>
        }
      >
        <MenuChoice checked={sort === 'document'} onSelect={() => onAsk({ sort: 'document' })}>
          {t('Grouped by document, latest published first')}
        </MenuChoice>
        <MenuChoice checked={sort === 'recent'} onSelect={() => onAsk({ sort: 'recent' })}>
          {t('Newest tags first')}
        </MenuChoice>
      </Menu>
      {children}
      <Link
        className="ibtn hide-small"
        href={`/w/${workspaceId}/analysis?${printAddress(query.query)}`}
        prefetch={false}
        title={t('Show these as matrix, network and timeline')}
        aria-label={t('Show these as matrix, network and timeline')}
      >
        <Icon name="matrix" />
      </Link>
      <ExportMenu workspaceId={workspaceId} query={query.query} total={counts?.excerpts ?? null} selected={[...selection.ids]} />
    </div>
  )
}

function where({ documents, outlets }: ExcerptCounts): string {
  const inDocuments = counted(documents, 'document')
  return outlets > 1 ? `${inDocuments}, ${counted(outlets, 'outlet')}` : inDocuments
}
