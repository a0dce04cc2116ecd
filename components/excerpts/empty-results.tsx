import Link from 'next/link'
import { Button } from '#/components/ui/button.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import type { ResultsQuery } from '#/lib/excerpt/results-query.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { printQuery } from '#/lib/query/print.ts'
import type { Vocabulary } from '#/lib/query/vocabulary.ts'
import type { WayOn } from '#/lib/query/wider-queries.ts'

interface EmptyResultsProps {
  workspaceId: string
  waysOn: readonly WayOn[]
  book: NameBook
  vocabulary: Vocabulary
  onAsk: (next: Partial<ResultsQuery>) => void
}

/** Nothing matches: what to ask less, with what each would give. Nothing is tagged at all: where to start. */
export function EmptyResults({ workspaceId, waysOn, book, vocabulary, onAsk }: EmptyResultsProps) {
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
          <Button key={printQuery(way.query, vocabulary)} onClick={() => onAsk({ query: way.query })}>
            {'drops' in way
              ? t('Remove {drops}', { drops: printQuery(way.drops, vocabulary) })
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
