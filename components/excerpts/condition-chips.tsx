import { Fragment, type ReactNode } from 'react'
import { counted } from '#/lib/counted.ts'
import { languageName } from '#/lib/document/language-name.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { factName, markName, roleName, stanceName } from '#/lib/excerpt/filter-options.ts'
import { t } from '#/lib/message/t.ts'
import type { Condition, ListCondition } from '#/lib/query/query.ts'
import { ActorFilterChip } from './actor-filter-chip.tsx'
import { conditionName } from './condition-name.ts'
import { DaysChip } from './days-chip.tsx'
import { FilterChip } from './filter-chip.tsx'
import { ThemeFilterChip } from './theme-filter-chip.tsx'

interface ConditionChipsProps {
  asked: Condition
  book: NameBook
  /** null: no longer asked. */
  onChange: (asked: Condition | null) => void
}

/** A condition: a chip for each of its values, joined by "or". */
export function ConditionChips({ asked, book, onChange }: ConditionChipsProps) {
  if ('from' in asked) return <DaysChip asked={asked} onChange={onChange} />
  const without = (value: string) => onChange({ ...asked, values: asked.values.filter((other) => other !== value) } as Condition)
  if (asked.is === 'id')
    return <FilterChip field={t('Chosen')} value={counted(asked.values.length, 'excerpt')} onRemove={() => onChange(null)} />
  if (asked.is === 'passage') {
    const value = asked.values.length > 1 ? t('Detached too') : asked.values[0] === 'detached' ? t('Detached only') : t('Attached')
    return <FilterChip field={t('Passage')} value={value} onRemove={() => onChange(null)} />
  }
  return asked.values.map((value, at) => (
    <Fragment key={value}>
      {at > 0 && <span className="op">{t('or')}</span>}
      {chipOf(asked, value, book, onChange, () => without(value))}
    </Fragment>
  ))
}

function chipOf(
  asked: Exclude<Condition, { from: string | null }>,
  value: string,
  book: NameBook,
  onChange: ConditionChipsProps['onChange'],
  onRemove: () => void,
): ReactNode {
  if (asked.is === 'actor') return <ActorFilterChip id={value} asked={asked} book={book} onChange={onChange} onRemove={onRemove} />
  if (asked.is === 'theme') return <ThemeFilterChip id={value} asked={asked} book={book} onChange={onChange} onRemove={onRemove} />
  return <FilterChip field={conditionName(asked.is)} value={valueName(asked, value, book)} onRemove={onRemove} />
}

function valueName({ is }: ListCondition, value: string, book: NameBook): string {
  switch (is) {
    case 'role':
      return roleName(value as 'source')
    case 'stance':
      return stanceName(value as 'mixed')
    case 'status':
    case 'certainty':
      return factName(value as 'certain')
    case 'mark':
      return markName(value as 'new')
    case 'document':
      return book.document(value)?.title ?? t('Deleted document')
    case 'tagger':
      return book.person(value)
    case 'language':
      return languageName(value)
    case 'layer':
      return t('One layer')
    default:
      return value
  }
}
