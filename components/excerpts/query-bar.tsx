import { EVERYTHING, type ExcerptFilter, FILTER_FIELDS, isAsked } from '#/lib/excerpt/filter.ts'
import type { FilterNames, NameBook } from '#/lib/excerpt/filter-names.ts'
import type { ResultsQuery } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'
import { AddFilter } from './add-filter.tsx'
import { FilterChips } from './filter-chips.tsx'
import { WordSearch } from './word-search.tsx'

interface QueryBarProps {
  query: ResultsQuery
  ignored: string[]
  names: FilterNames
  book: NameBook
  onAsk: (next: Partial<ResultsQuery>) => void
}

/** What is asked, as chips, and the ways to ask more. */
export function QueryBar({ query, ignored, names, book, onAsk }: QueryBarProps) {
  const { filter } = query
  const setFilter = (next: ExcerptFilter) => onAsk({ filter: next })
  const asks = FILTER_FIELDS.some((field) => isAsked(filter, field))
  return (
    <div className="qbar">
      <div className="qbar__head">
        <h1 className="pagetitle">{t('Excerpts')}</h1>
        <WordSearch key={filter.text} text={filter.text} onSearch={(text) => setFilter({ ...filter, text })} />
      </div>
      <fieldset className="qchips" aria-label={t('Filters')}>
        <FilterChips filter={filter} book={book} onChange={setFilter} />
        <AddFilter names={names} filter={filter} onAdd={setFilter} />
        {asks && (
          <button type="button" className="linkbtn qchips__clear" onClick={() => setFilter({ ...EVERYTHING })}>
            {t('Clear all')}
          </button>
        )}
      </fieldset>
      {ignored.length > 0 && (
        <p className="notice qbar__notice" role="status">
          {t('Part of this address was not understood and is left out:')} <bdi>{ignored.join(', ')}</bdi>
        </p>
      )}
    </div>
  )
}
