import { Fragment, type ReactNode } from 'react'
import { counted } from '#/lib/counted.ts'
import { languageName } from '#/lib/document/language-name.ts'
import { type ExcerptFilter, isAsked } from '#/lib/excerpt/filter.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { factName, fieldName, roleName, stanceName } from '#/lib/excerpt/filter-options.ts'
import { type Dimension, withoutKey } from '#/lib/excerpt/filter-values.ts'
import { t } from '#/lib/message/t.ts'
import { ActorFilterChip } from './actor-filter-chip.tsx'
import { DaysChip } from './days-chip.tsx'
import { FilterChip } from './filter-chip.tsx'
import { ThemeFilterChip } from './theme-filter-chip.tsx'

interface FilterChipsProps {
  filter: ExcerptFilter
  book: NameBook
  onChange: (filter: ExcerptFilter) => void
}

/** Every condition of the filter as a chip, with the words that join them. Between actors, and between themes, the word is a button. */
export function FilterChips({ filter, book, onChange }: FilterChipsProps) {
  const simple = (dimension: Dimension, keys: readonly string[], nameOf: (key: string) => string): Chip[] =>
    keys.map((key) => ({
      key: `${dimension} ${key}`,
      chip: <FilterChip field={fieldName(dimension)} value={nameOf(key)} onRemove={() => onChange(withoutKey(filter, dimension, key))} />,
    }))
  const groups: Group[] = [
    { chips: idChip(filter, onChange) },
    {
      chips: filter.text
        ? [{ key: 'text', chip: <FilterChip field={t('Words')} value={filter.text} onRemove={() => onChange({ ...filter, text: '' })} /> }]
        : [],
    },
    {
      chips: filter.actors.map((condition, at) => ({
        key: `actor ${condition.id} ${condition.role}`,
        chip: (
          <ActorFilterChip
            condition={condition}
            book={book}
            onChange={(next) => onChange({ ...filter, actors: replaceAt(filter.actors, at, next) })}
          />
        ),
      })),
      joined: filter.actorMatch,
      onJoin: (actorMatch) => onChange({ ...filter, actorMatch }),
    },
    { chips: simple('role', filter.roles, (role) => roleName(role as 'source')) },
    {
      chips: filter.themeIds.map((id) => ({
        key: `theme ${id}`,
        chip: <ThemeFilterChip id={id} filter={filter} book={book} onChange={onChange} />,
      })),
      joined: filter.themeMatch,
      onJoin: (themeMatch) => onChange({ ...filter, themeMatch }),
    },
    { chips: simple('stance', filter.stances, (stance) => stanceName(stance as 'mixed')) },
    { chips: simple('document', filter.documentIds, (id) => book.document(id)?.title ?? t('Deleted document')) },
    { chips: simple('language', filter.languages, languageName) },
    { chips: daysChip('published', filter, onChange) },
    { chips: simple('status', filter.statuses, (status) => factName(status as 'planned')) },
    { chips: simple('certainty', filter.certainties, (certainty) => factName(certainty as 'certain')) },
    { chips: daysChip('happened', filter, onChange) },
    { chips: simple('tagger', filter.taggerIds, book.person) },
    {
      chips: filter.layerId
        ? [
            {
              key: 'layer',
              chip: <FilterChip field={t('Layer')} value={t('One layer')} onRemove={() => onChange({ ...filter, layerId: null })} />,
            },
          ]
        : [],
    },
    { chips: stateChip(filter, onChange) },
  ]
  return groups
    .filter((group) => group.chips.length > 0)
    .map((group, i) => (
      <Fragment key={group.chips[0]?.key}>
        {i > 0 && <span className="op">{t('and')}</span>}
        {group.chips.map(({ key, chip }, at) => (
          <Fragment key={key}>
            {at > 0 && <Joint group={group} />}
            {chip}
          </Fragment>
        ))}
      </Fragment>
    ))
}

interface Chip {
  key: string
  chip: ReactNode
}

interface Group {
  chips: Chip[]
  /** Whether all of the chips have to hold; without it they are alternatives. */
  joined?: 'all' | 'any'
  onJoin?: (joined: 'all' | 'any') => void
}

function Joint({ group: { joined = 'any', onJoin } }: { group: Group }) {
  const word = joined === 'all' ? 'and' : 'or'
  if (!onJoin) return <span className="op">{word}</span>
  return (
    <button
      type="button"
      className="op op--btn"
      aria-label={t('Joined by {word}, change', { word })}
      onClick={() => onJoin(joined === 'all' ? 'any' : 'all')}
    >
      {word}
    </button>
  )
}

function daysChip(of: 'published' | 'happened', filter: ExcerptFilter, onChange: FilterChipsProps['onChange']): Chip[] {
  return isAsked(filter, of) ? [{ key: of, chip: <DaysChip of={of} filter={filter} onChange={onChange} /> }] : []
}

function idChip(filter: ExcerptFilter, onChange: FilterChipsProps['onChange']): Chip[] {
  const count = filter.ids.length
  if (count === 0) return []
  const value = counted(count, 'excerpt')
  return [{ key: 'ids', chip: <FilterChip field={t('Chosen')} value={value} onRemove={() => onChange({ ...filter, ids: [] })} /> }]
}

function stateChip(filter: ExcerptFilter, onChange: FilterChipsProps['onChange']): Chip[] {
  if (filter.state === 'anchored') return []
  const value = filter.state === 'orphan' ? t('Detached only') : t('Detached too')
  return [
    { key: 'state', chip: <FilterChip field={t('Passage')} value={value} onRemove={() => onChange({ ...filter, state: 'anchored' })} /> },
  ]
}

function replaceAt<T>(list: readonly T[], at: number, value: T | null): T[] {
  return list.flatMap((item, i) => (i === at ? (value ?? []) : item)) as T[]
}
