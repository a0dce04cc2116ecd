'use client'

import type { KeyboardEvent } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { t } from '#/lib/message/t.ts'
import { modKey } from './mod-key.ts'
import { useModel, useReader } from './reader-context.ts'
import type { ReaderMode } from './reader-state.ts'
import { switchMode } from './switch-mode.ts'

const MODES = [
  {
    mode: 'tag',
    get label() {
      return t('Tag')
    },
    icon: 'tag',
  },
  {
    mode: 'edit',
    get label() {
      return t('Edit text')
    },
    icon: 'pencil',
  },
] as const

/** Tag or Edit text; one tab stop, arrows change it. */
export function ModeSwitch() {
  const model = useModel()
  const mode = useReader((state) => state.mode)
  const mayEdit = model.can('edit-text')
  const to = (next: ReaderMode) => switchMode(model, next)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    to(mode === 'tag' ? 'edit' : 'tag')
  }
  return (
    <div className="seg hide-phone" role="radiogroup" aria-label={t('Mode')} onKeyDown={onKeyDown}>
      {MODES.map(({ mode: each, label, icon }) => (
        // biome-ignore lint/a11y/useSemanticElements: drawn as two halves of a switch
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={mode === each}
          aria-disabled={(each === 'edit' && !mayEdit) || undefined}
          aria-keyshortcuts="Control+E Meta+E"
          title={each === 'edit' && !mayEdit ? t('Only editors and owners change the text') : `${label} (${modKey()}E)`}
          tabIndex={mode === each ? 0 : -1}
          onClick={() => to(each)}
        >
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </div>
  )
}
