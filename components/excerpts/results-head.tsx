import Link from 'next/link'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { counted } from '#/lib/counted.ts'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import { EXCERPT_SORTS, EXCERPT_VIEWS, type ExcerptSort, type ExcerptView, type ResultsQuery } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'
import { printAddress } from '#/lib/query/address.ts'
import { ExportMenu } from './export-menu.tsx'
import { TickBox } from './tick-box.tsx'
import type { Selection } from './use-selection.ts'

interface ResultsHeadProps {
  workspaceId: string
  query: ResultsQuery
  counts: ExcerptCounts | null
  isEmpty: boolean
  selection: Selection
  onAsk: (next: Partial<ResultsQuery>) => void
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
    return t('Group by document')
  },
  get theme() {
    return t('Group by theme')
  },
  get actor() {
    return t('Group by actor')
  },
  get tagger() {
    return t('Group by tagger')
  },
  get recent() {
    return t('Newest tags first')
  },
}

/** How many there are, how they are shown, and the way out. */
export function ResultsHead({ workspaceId, query, counts, isEmpty, selection, onAsk }: ResultsHeadProps) {
  const { view, sort } = query
  return (
    <div className="rhead">
      <TickBox
        label={t('Select all excerpts that match')}
        ticked={selection.isAll ? (selection.ids.size > 0 ? 'some' : 'all') : selection.ids.size > 0 ? 'some' : 'none'}
        disabled={isEmpty}
        onToggle={selection.toggleAll}
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
        {EXCERPT_SORTS.map((choice) => (
          <MenuChoice key={choice} checked={choice === sort} onSelect={() => onAsk({ sort: choice })}>
            {SORT_NAMES[choice]}
          </MenuChoice>
        ))}
      </Menu>
      <Link
        className="ibtn hide-small"
        href={`/w/${workspaceId}/analysis?${printAddress(query.query)}`}
        prefetch={false}
        title={t('Show these as matrix, network and timeline')}
        aria-label={t('Show these as matrix, network and timeline')}
      >
        <Icon name="matrix" />
      </Link>
      <ExportMenu workspaceId={workspaceId} query={query.query} total={counts?.excerpts ?? null} selection={selection} />
    </div>
  )
}

function where({ documents, outlets }: ExcerptCounts): string {
  const inDocuments = counted(documents, 'document')
  return outlets > 1 ? `${inDocuments}, ${counted(outlets, 'outlet')}` : inDocuments
}
