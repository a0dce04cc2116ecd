import { useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { languageName } from '#/lib/document/language-name.ts'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import type { FilterNames, NameBook } from '#/lib/excerpt/filter-names.ts'
import { factName, roleName, stanceName } from '#/lib/excerpt/filter-options.ts'
import { t } from '#/lib/message/t.ts'
import { asked, plus, withoutField } from '#/lib/query/facet-keys.ts'
import { oneOf, type Query } from '#/lib/query/query.ts'
import { Facet } from './facet.tsx'
import { MarkFacet } from './mark-facet.tsx'

interface FacetsProps {
  query: Query
  /** null while they are counted for the first time. */
  counts: ExcerptCounts | null
  book: NameBook
  names: FilterNames
  onAsk: (query: Query) => void
}

/** What the results can be narrowed by, with the number of excerpts each tick would leave or add. On small screens behind a button. */
export function Facets({ query, counts, book, names, onAsk }: FacetsProps) {
  const [isOpen, setOpen] = useState(false)
  const common = { query, counts, onAsk }
  const { actors, themes } = names.codebook
  const languages = [...new Set(names.documents.map((document) => document.language))]
  return (
    <aside className={isOpen ? 'facets is-open' : 'facets'} aria-label={t('Narrow results')}>
      <button type="button" className="btn facets__toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="filter" />
        {isOpen ? t('Hide filters') : t('Narrow results')}
      </button>
      <div className="facets__lists">
        <Facet
          {...common}
          title={t('Themes')}
          dimension="theme"
          values={themes.map(({ id, name }) => ({
            key: id,
            name,
            title: book.themes.path(id).join(' › '),
            mark: { hue: book.themes.hue(id) },
          }))}
        />
        <Facet
          {...common}
          title={t('Actors')}
          dimension="actor"
          values={actors.map(({ id, name, kind }) => ({ key: id, name, mark: { kind } }))}
        />
        <Facet
          {...common}
          title={t('Role')}
          dimension="role"
          ordered
          values={ROLES_IN_STATEMENT.map((role) => ({ key: role, name: roleName(role), mark: { role } }))}
        />
        <Facet
          {...common}
          title={t('Stance')}
          dimension="stance"
          ordered
          values={STANCES.map((stance) => ({ key: stance, name: stanceName(stance), mark: { stance } }))}
        />
        <Facet
          {...common}
          title={t('Status')}
          dimension="status"
          ordered
          values={STATUSES.map((status) => ({ key: status, name: factName(status), mark: 'fact' }))}
        />
        <Facet
          {...common}
          title={t('Certainty')}
          dimension="certainty"
          ordered
          values={CERTAINTIES.map((certainty) => ({ key: certainty, name: factName(certainty), mark: 'fact' }))}
        />
        {languages.length > 1 && (
          <Facet
            {...common}
            title={t('Language')}
            dimension="language"
            values={languages.map((tag) => ({ key: tag, name: languageName(tag), mark: { language: tag } }))}
          />
        )}
        <Facet {...common} title={t('Outlet')} dimension="outlet" values={counted(counts, 'outlet')} />
        <Facet {...common} title={t('Kind of document')} dimension="kind" values={counted(counts, 'kind')} />
        <Facet
          {...common}
          title={t('Tagger')}
          dimension="tagger"
          values={names.people.map((person) => ({ key: person.id, name: person.name, mark: { person } }))}
        />
        <Facet
          {...common}
          title={t('Documents')}
          dimension="document"
          values={names.documents.map(({ id, title }) => ({ key: id, name: title, title }))}
        />
        <MarkFacet query={query} onAsk={onAsk} />
        <Detached {...common} />
      </div>
    </aside>
  )
}

/** The values that were counted, where they are their own names. */
function counted(counts: ExcerptCounts | null, dimension: 'outlet' | 'kind') {
  return Object.keys(counts?.by[dimension] ?? {}).map((key) => ({ key, name: key }))
}

function Detached({ query, counts, onAsk }: Pick<FacetsProps, 'query' | 'counts' | 'onAsk'>) {
  const isAsked = asked(query, 'passage').length > 0
  if (!isAsked && !counts?.orphans) return null
  return (
    <section className="facet">
      <h2>{t('Passages')}</h2>
      <ul>
        <li>
          <label>
            <input
              type="checkbox"
              className="check"
              checked={isAsked}
              onChange={() => onAsk(isAsked ? withoutField(query, 'passage') : plus(query, oneOf('passage', 'detached')))}
            />
            <Icon name="alert" className="kind" />
            <span className="clip" title={t('Passages whose words were deleted from the text')}>
              {t('Detached')}
            </span>
            <span className="num">{counts?.orphans}</span>
          </label>
        </li>
      </ul>
    </section>
  )
}
