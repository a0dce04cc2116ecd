import type { ExcerptFilter } from '#/lib/excerpt/filter.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { withoutKey } from '#/lib/excerpt/filter-values.ts'
import { t } from '#/lib/message/t.ts'
import { FilterChip } from './filter-chip.tsx'

interface ThemeFilterChipProps {
  id: string
  filter: ExcerptFilter
  book: NameBook
  onChange: (filter: ExcerptFilter) => void
}

/** A theme that is asked for. When there are themes below it, a button says whether they are meant too (it holds for all themes of the filter). */
export function ThemeFilterChip({ id, filter, book, onChange }: ThemeFilterChipProps) {
  const path = book.themes.path(id)
  const name = path.at(-1) ?? t('Deleted theme')
  const hasBelow = book.themes.below(id).length > 1
  const { includeDescendants } = filter
  return (
    <FilterChip
      field={t('Theme')}
      value={name}
      hue={path.length ? book.themes.hue(id) : undefined}
      onRemove={() => onChange(withoutKey(filter, 'theme', id))}
    >
      <span className="qf__value qf__value--theme" title={path.join(' › ')}>
        <bdi>{name}</bdi>
      </span>
      {hasBelow && (
        <button
          type="button"
          className="qf__part"
          aria-pressed={includeDescendants}
          onClick={() => onChange({ ...filter, includeDescendants: !includeDescendants })}
        >
          {includeDescendants ? t('and below') : t('alone')}
        </button>
      )}
    </FilterChip>
  )
}
