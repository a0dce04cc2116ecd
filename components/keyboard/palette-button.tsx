'use client'

import { Icon } from '#/components/ui/icon.tsx'
import { useHydrated } from '#/components/ui/use-hydrated.ts'
import { t } from '#/lib/message/t.ts'
import { ChordKeys } from './chord-keys.tsx'
import { useKeymap } from './keymap-store.ts'
import { openKeyboard } from './open-keyboard.ts'

/** The way to the palette for who does not know its key yet. */
export function PaletteButton() {
  const keymap = useKeymap()
  // Which signs the keys of this computer carry is known to the browser alone.
  const chord = useHydrated() ? keymap.keysOf('palette')[0] : undefined
  return (
    <button type="button" className="btn btn--quiet palettebtn hide-small" onClick={() => openKeyboard('palette')}>
      <Icon name="search" />
      <span className="palettebtn__words muted">{t('Search or jump to')}</span>
      {chord && (
        <span aria-hidden="true">
          <ChordKeys chord={chord} />
        </span>
      )}
    </button>
  )
}
