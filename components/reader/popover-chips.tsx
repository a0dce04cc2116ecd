'use client'

import { ROLE_ICONS } from '#/components/ui/actor-chip.tsx'
import { ChipRemove } from '#/components/ui/chip-remove.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { STANCE_ICONS } from '#/components/ui/theme-chip.tsx'
import { ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { useReader } from './reader-context.ts'
import { type DraftAction, type DraftChip, OFFERED_STANCES } from './tag-draft.ts'

interface PopoverChipsProps {
  chips: readonly DraftChip[]
  dispatch: (action: DraftAction) => void
  /** Gives the keyboard back to the field. */
  onDone: () => void
}

/** What has been added so far. A click on the sign goes to the next role or stance. */
export function PopoverChips({ chips, dispatch, onDone }: PopoverChipsProps) {
  const codebook = useReader((state) => state.codebook)
  return chips.map((chip, index) => {
    const actor = chip.kind === 'actor'
    const name = actor ? codebook.actorName(chip.id) : codebook.themeName(chip.id)
    const values: readonly string[] = actor ? ROLES_IN_STATEMENT : OFFERED_STANCES
    const value = actor ? chip.role : chip.stance
    const next = (values.indexOf(value) + 1) % values.length
    const icon = chip.kind === 'actor' ? ROLE_ICONS[chip.role] : STANCE_ICONS[chip.stance]
    return (
      <span
        key={`${chip.kind} ${chip.id} ${value}`}
        className={actor ? 'chip' : 'chip chip--theme'}
        data-h={actor ? undefined : codebook.themeHue(chip.id)}
      >
        <button
          type="button"
          className="chip__sign"
          title={t('{value}; click for {next}', { value, next: values[next] })}
          aria-label={t('{name}, {value}. Change to {next}', { name, value, next: values[next] })}
          onClick={() => dispatch({ type: 'changed', index, value: next })}
        >
          {icon && <Icon name={icon} small />}
        </button>
        <span dir="auto">{name}</span>
        <ChipRemove
          name={name}
          onRemove={() => {
            dispatch({ type: 'removed', index })
            onDone()
          }}
        />
      </span>
    )
  })
}
