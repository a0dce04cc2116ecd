'use client'

import { ROLE_ICONS } from '#/components/ui/actor-chip.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { STANCE_ICONS } from '#/components/ui/theme-chip.tsx'
import { t } from '#/lib/message/t.ts'
import { armedName, disarm, turnArmed } from './armed-tag.ts'
import { useModel, useReader } from './reader-context.ts'

/** Says in the bar over the text which tag is armed; its sign changes the role or stance. */
export function ArmedNote() {
  const model = useModel()
  const armed = useReader((state) => state.armed)
  const codebook = useReader((state) => state.codebook)
  if (!armed) return null
  const icon = armed.kind === 'actor' ? ROLE_ICONS[armed.role] : STANCE_ICONS[armed.stance]
  return (
    <span className="focusnote armednote" data-h={armed.kind === 'theme' ? codebook.themeHue(armed.id) : undefined}>
      <Icon name="pin" small />
      <span className="armednote__words">
        {t('Armed:')} <b dir="auto">{armed.kind === 'actor' ? codebook.actorName(armed.id) : codebook.themeName(armed.id)}</b>
      </span>
      <button
        type="button"
        className="ibtn ibtn--s"
        title={t('Next role or stance')}
        aria-label={t('Armed: {model}. Change', { model: armedName(model) })}
        onClick={() => turnArmed(model)}
      >
        {icon && <Icon name={icon} small />}
      </button>
      <Kbd>Esc</Kbd>
      <IconButton icon="x" label={t('Stop tagging with it')} small onClick={() => disarm(model)} />
    </span>
  )
}
