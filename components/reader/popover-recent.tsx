'use client'

import { ROLE_ICONS } from '#/components/ui/actor-chip.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { STANCE_ICONS } from '#/components/ui/theme-chip.tsx'
import { t } from '#/lib/message/t.ts'
import { useReader } from './reader-context.ts'
import type { DraftChip } from './tag-draft.ts'
import { chipFor } from './tag-passage.ts'

/** How many are offered: one line of them. */
const SHOWN = 4

/** Under the matches of what was typed: what was used lately in this document, added with a click. */
export function PopoverRecent({ chips, onAdd }: { chips: readonly DraftChip[]; onAdd: (chip: DraftChip) => void }) {
  const codebook = useReader((state) => state.codebook)
  const recent = useReader((state) => state.recent)
  const offered = recent
    .filter(({ kind, id }) => {
      const isThere = (kind === 'actor' ? codebook.actor(id) : codebook.theme(id)) !== undefined
      return isThere && !codebook.isArchived(id) && !chips.some((chip) => chip.id === id)
    })
    .slice(0, SHOWN)
    .map((item) => chipFor(item, chips))
  if (offered.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div className="pop__recent" role="group" aria-label={t('Recent')}>
      <span className="pop__sect" aria-hidden="true">
        {t('Recent')}
      </span>
      {offered.map((chip) => {
        const isActor = chip.kind === 'actor'
        const name = isActor ? codebook.actorName(chip.id) : codebook.themeName(chip.id)
        const value = isActor ? chip.role : chip.stance
        const icon = isActor ? ROLE_ICONS[chip.role] : STANCE_ICONS[chip.stance]
        return (
          <button
            key={chip.id}
            type="button"
            className={isActor ? 'chip' : 'chip chip--theme'}
            data-h={isActor ? undefined : codebook.themeHue(chip.id)}
            title={name}
            aria-label={t('Add {name}, {value}', { name, value })}
            onClick={() => onAdd(chip)}
          >
            {icon && <Icon name={icon} small />}
            <span dir="auto">{name}</span>
          </button>
        )
      })}
    </div>
  )
}
