import type { ReactNode } from 'react'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import type { FilterNames, NameBook } from '#/lib/excerpt/filter-names.ts'
import type { ResultsQuery } from '#/lib/excerpt/results-query.ts'
import { t } from '#/lib/message/t.ts'
import { asked, plus, withoutField } from '#/lib/query/facet-keys.ts'
import { EVERYTHING, oneOf, type Query } from '#/lib/query/query.ts'
import { printTerms, typedTerms } from '#/lib/query/typed-terms.ts'
import type { Vocabulary } from '#/lib/query/vocabulary.ts'
import { IgnoredParts } from './ignored-parts.tsx'
import { QueryField } from './query-field.tsx'
import type { ShownQuery } from './saved-query-of.ts'
import { WordSearch } from './word-search.tsx'

interface QueryBarProps {
  query: ResultsQuery
  ignored: string[]
  names: FilterNames
  book: NameBook
  vocabulary: Vocabulary
  onAsk: (next: Partial<ResultsQuery>) => void
  /** The saved query it is. */
  shown: ShownQuery | null
  now: number
  /** The menu of saved queries. */
  children: ReactNode
}

/** What is asked, as chips or as text, and the ways to ask more. */
export function QueryBar({ query: { query }, ignored, names, book, vocabulary, shown, now, onAsk, children }: QueryBarProps) {
  const ask = (next: Query) => onAsk({ query: next })
  const words = searchedTerms(query)
  const search = (typed: string) =>
    ask(typedTerms(typed).reduce((whole, term) => plus(whole, oneOf('words', term)), withoutField(query, 'words')))
  return (
    <div className="qbar">
      <div className="qbar__head">
        <div className="qbar__title">
          <h1 className="pagetitle" dir="auto">
            {shown ? shown.saved.name : t('Excerpts')}
          </h1>
          {shown && <SavedLine shown={shown} now={now} />}
        </div>
        <WordSearch key={words} text={words} onSearch={search} />
        {children}
      </div>
      <QueryField
        query={query}
        names={names}
        book={book}
        vocabulary={vocabulary}
        onAsk={ask}
        onClear={() => onAsk({ query: EVERYTHING, saved: null })}
      />
      <IgnoredParts ignored={ignored} />
    </div>
  )
}

/** Whose query it is, and how old. */
function SavedLine({ shown: { saved, isChanged }, now }: { shown: ShownQuery; now: number }) {
  return (
    <p className="qbar__saved muted">
      {t('Saved query, edited by {name}', { name: saved.byName || t('Former member') })} <TimeAgo at={saved.updatedAt} now={now} />
      {isChanged && ` · ${t('changed since')}`}
    </p>
  )
}

/** The words that have to be there, as the search field has them. */
function searchedTerms(query: Query): string {
  return printTerms(asked(query, 'words').flatMap(({ values }) => (values.length === 1 ? values : [])))
}
