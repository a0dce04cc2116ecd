import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { STANCES } from '#/lib/codebook/codebook.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { stanceName } from '#/lib/excerpt/filter-options.ts'
import { t } from '#/lib/message/t.ts'
import type { ThemeCondition } from '#/lib/query/query.ts'
import { FilterChip } from './filter-chip.tsx'

interface ThemeFilterChipProps {
  /** The one of the themes asked for that this chip shows. */
  id: string
  asked: ThemeCondition
  book: NameBook
  onChange: (asked: ThemeCondition) => void
  onRemove: () => void
}

/** A theme that is asked for, with which stance, and whether what is below it is meant too. What is chosen holds for all themes of the condition. */
export function ThemeFilterChip({ id, asked, book, onChange, onRemove }: ThemeFilterChipProps) {
  const { below, stances } = asked
  const path = book.themes.path(id)
  const name = path.at(-1) ?? t('Deleted theme')
  const hasBelow = book.themes.below(id).length > 1
  const words = stances.length > 0 ? stances.map(stanceName).join(', ') : t('any stance')
  return (
    <FilterChip field={t('Theme')} value={name} hue={path.length ? book.themes.hue(id) : undefined} onRemove={onRemove}>
      <span className="qf__value qf__value--theme" title={path.join(' › ')}>
        <bdi>{name}</bdi>
      </span>
      {hasBelow && (
        <button type="button" className="qf__part" aria-pressed={below} onClick={() => onChange({ ...asked, below: !below })}>
          {below ? t('and below') : t('alone')}
        </button>
      )}
      <Menu triggerClassName="qf__part" label={t('Stance towards {name}: {words}', { name, words })} trigger={words}>
        <MenuChoice checked={stances.length === 0} onSelect={() => onChange({ ...asked, stances: [] })}>
          {t('Any stance')}
        </MenuChoice>
        {STANCES.map((stance) => (
          <MenuChoice
            key={stance}
            checked={stances.includes(stance)}
            onSelect={() =>
              onChange({ ...asked, stances: stances.includes(stance) ? stances.filter((other) => other !== stance) : [...stances, stance] })
            }
          >
            {stanceName(stance)}
          </MenuChoice>
        ))}
      </Menu>
    </FilterChip>
  )
}
