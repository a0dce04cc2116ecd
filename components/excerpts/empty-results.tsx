import Link from 'next/link'
import { Button } from '#/components/ui/button.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import type { FilterField } from '#/lib/excerpt/filter.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import type { ResultsQuery } from '#/lib/excerpt/results-query.ts'
import type { WayOn } from '#/lib/excerpt/wider-filters.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

interface EmptyResultsProps {
  workspaceId: string
  query: ResultsQuery
  waysOn: readonly WayOn[]
  book: NameBook
  onAsk: (next: Partial<ResultsQuery>) => void
}

/** Nothing matches: what to ask less, with what each would give. Nothing is tagged at all: where to start. */
export function EmptyResults({ workspaceId, query, waysOn, book, onAsk }: EmptyResultsProps) {
  if (waysOn.length === 0) {
    return (
      <EmptyState
        title={t('Nothing is tagged yet')}
        lead={t('Open a document, select the words of a statement and say who says what to whom. Every passage you tag appears here.')}
      >
        <Link className="btn btn--primary" href={`/w/${workspaceId}/documents`}>
          {t('Go to documents')}
        </Link>
      </EmptyState>
    )
  }
  const useful = waysOn.filter((way) => way.count > 0).toSorted((a, b) => b.count - a.count)
  return (
    <EmptyState
      title={t('No excerpts match')}
      lead={
        useful.length > 0
          ? t('Take a filter away to see more. The numbers say how many each way gives.')
          : t('No single filter is in the way: take several away.')
      }
    >
      <div className="empty__ways">
        {useful.map((way) => (
          <Button key={'drops' in way ? way.drops : 'wider'} onClick={() => onAsk({ filter: way.filter })}>
            {'drops' in way
              ? t('Remove {drops}', { drops: inWords(way.drops, query, book) })
              : t('Widen theme to {themes}', { themes: book.themes.path(way.widensTo).at(-1) })}
            <span className="num muted">{numberWords(way.count)}</span>
          </Button>
        ))}
        <Link className="btn btn--quiet" href={`/w/${workspaceId}/excerpts`}>
          {t('Clear all filters')}
        </Link>
      </div>
    </EmptyState>
  )
}

const FIELD_WORDS: Record<FilterField, string> = {
  get ids() {
    return t('the choice of excerpts')
  },
  get text() {
    return t('the words')
  },
  get actors() {
    return t('the actors')
  },
  get roles() {
    return t('the roles')
  },
  get themeIds() {
    return t('the themes')
  },
  get stances() {
    return t('the stances')
  },
  get documentIds() {
    return t('the documents')
  },
  get languages() {
    return t('the language')
  },
  get published() {
    return t('the dates')
  },
  get statuses() {
    return t('the status')
  },
  get certainties() {
    return t('the certainty')
  },
  get happened() {
    return t('the dates of the event')
  },
  get taggerIds() {
    return t('the tagger')
  },
  get layerId() {
    return t('the layer')
  },
  get state() {
    return t('“detached”')
  },
}

/** What a button takes away: by name where it is one thing. */
function inWords(field: FilterField, { filter }: ResultsQuery, book: NameBook): string {
  if (field === 'text') return `“${filter.text}”`
  if (field === 'actors' && filter.actors.length === 1)
    return t('actor {actor}', { actor: book.actor(filter.actors[0]?.id ?? '')?.name ?? t('that was deleted') })
  if (field === 'themeIds' && filter.themeIds.length === 1)
    return t('theme {theme}', { theme: book.themes.path(filter.themeIds[0] ?? '').at(-1) ?? t('that was deleted') })
  return FIELD_WORDS[field]
}
