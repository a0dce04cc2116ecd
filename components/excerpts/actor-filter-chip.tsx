import { ROLE_ICONS } from '#/components/ui/actor-chip.tsx'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { t } from '#/lib/message/t.ts'
import type { ActorCondition } from '#/lib/query/query.ts'
import { FilterChip } from './filter-chip.tsx'

interface ActorFilterChipProps {
  /** The one of the actors asked for that this chip shows. */
  id: string
  asked: ActorCondition
  book: NameBook
  onChange: (asked: ActorCondition) => void
  onRemove: () => void
}

const ROLE_WORDS = {
  get source() {
    return t('as source')
  },
  get recipient() {
    return t('as recipient')
  },
  get mentioned() {
    return t('mentioned')
  },
} as const

/** An actor that is asked for, in which role, and whether with its members. */
export function ActorFilterChip({ id, asked, book, onChange, onRemove }: ActorFilterChipProps) {
  const { role, members } = asked
  const actor = book.actor(id)
  const name = actor?.name ?? t('Deleted actor')
  const words = role ? ROLE_WORDS[role] : t('in any role')
  return (
    <FilterChip field={t('Actor')} value={name} onRemove={onRemove}>
      <span className="qf__value" title={name}>
        {actor && <ActorKindIcon kind={actor.kind} />}
        <span dir="auto">{name}</span>
      </span>
      <Menu
        triggerClassName="qf__part"
        label={t('Role of {name}: {words}', { name, words })}
        trigger={
          <>
            {role && <Icon name={ROLE_ICONS[role]} small />}
            {words}
          </>
        }
      >
        <MenuChoice checked={role === null} onSelect={() => onChange({ ...asked, role: null })}>
          {t('In any role')}
        </MenuChoice>
        {ROLES_IN_STATEMENT.map((choice) => (
          <MenuChoice
            key={choice}
            icon={ROLE_ICONS[choice]}
            checked={role === choice}
            onSelect={() => onChange({ ...asked, role: choice })}
          >
            {ROLE_WORDS[choice].charAt(0).toUpperCase() + ROLE_WORDS[choice].slice(1)}
          </MenuChoice>
        ))}
      </Menu>
      <button
        type="button"
        className="qf__part"
        aria-pressed={members}
        title={t('Whether who belongs to it counts too')}
        onClick={() => onChange({ ...asked, members: !members })}
      >
        {members ? t('with members') : t('itself')}
      </button>
    </FilterChip>
  )
}
