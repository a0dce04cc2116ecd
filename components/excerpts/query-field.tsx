import { type ReactNode, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import type { FilterNames, NameBook } from '#/lib/excerpt/filter-names.ts'
import { t } from '#/lib/message/t.ts'
import { conjuncts, type Query } from '#/lib/query/query.ts'
import type { Vocabulary } from '#/lib/query/vocabulary.ts'
import { AddFilter } from './add-filter.tsx'
import { QueryChips } from './query-chips.tsx'
import { QueryText } from './query-text.tsx'

interface QueryFieldProps {
  query: Query
  names: FilterNames
  book: NameBook
  vocabulary: Vocabulary
  onAsk: (next: Query) => void
  onClear: () => void
  /** Other ways to ask, beside adding a filter. */
  more?: ReactNode
  /** What narrows the query without being part of it, after the chips. */
  children?: ReactNode
}

/** A query as chips or as text, whichever one prefers to change. */
export function QueryField({ query, names, book, vocabulary, onAsk, onClear, more, children }: QueryFieldProps) {
  const [isText, setText] = useState(false)
  if (isText)
    return (
      <QueryText
        query={query}
        vocabulary={vocabulary}
        onAsk={(next) => {
          setText(false)
          onAsk(next)
        }}
        onClose={() => setText(false)}
      />
    )
  return (
    <fieldset className="qchips" aria-label={t('Filters')}>
      <QueryChips query={query} book={book} onChange={onAsk} />
      <AddFilter names={names} query={query} onAdd={onAsk} />
      {more}
      <Button look="quiet" onClick={() => setText(true)}>
        {t('Edit as text')}
      </Button>
      {children}
      {conjuncts(query).length > 0 && (
        <button type="button" className="linkbtn qchips__clear" onClick={onClear}>
          {t('Clear all')}
        </button>
      )}
    </fieldset>
  )
}
