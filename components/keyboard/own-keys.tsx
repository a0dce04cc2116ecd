'use client'

import './keyboard.css'
import { useId, useMemo, useState } from 'react'
import { useSettings } from '#/components/account/settings-context.tsx'
import { Button } from '#/components/ui/button.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { changeableCommands, giveKey, resetKey } from '#/lib/keyboard/changeable.ts'
import type { Chord } from '#/lib/keyboard/chord.ts'
import type { Command } from '#/lib/keyboard/command.ts'
import { keymapOf, type OwnKeys } from '#/lib/keyboard/keymap.ts'
import { t } from '#/lib/message/t.ts'
import { KeyRow } from './key-row.tsx'

const SECTIONS = changeableCommands()
const NO_KEYS: OwnKeys = {}

/** The keys of all commands, to be changed one by one; and whether single keys do anything. */
export function OwnKeysPage() {
  const { settings, change } = useSettings()
  const own = settings.keys ?? NO_KEYS
  const singleKeys = settings.singleKeys ?? true
  const keymap = useMemo(() => keymapOf(own), [own])
  const [changing, setChanging] = useState<string | null>(null)
  const noteId = useId()

  const keep = async (keys: OwnKeys) => {
    setChanging(null)
    await change({ keys: { ...keys } })
  }
  const resetAll = async () => {
    if (await change({ keys: {} }))
      showToast(t('All keys are as they come.'), { label: t('Undo'), run: () => void change({ keys: { ...own } }) })
  }
  const rowProps = (command: Command) => ({
    command,
    own,
    chord: keymap.keysOf(command.id)[0] ?? null,
    isChanging: changing === command.id,
    onChange: () => setChanging(command.id),
    onGive: (chord: Chord, taken: readonly Command[]) => void keep(giveKey(own, command, chord, taken)),
    onTake: () => void keep({ ...own, [command.id]: null }),
    onReset: () => void keep(resetKey(own, command.id)),
    onLeave: () => setChanging(null),
  })

  return (
    <div className="settings ownkeys">
      <section aria-labelledby="keys-single">
        <h2 id="keys-single">{t('Single keys')}</h2>
        <label className="row">
          <input
            type="checkbox"
            className="check"
            checked={singleKeys}
            aria-describedby={noteId}
            onChange={(event) => void change({ singleKeys: event.target.checked })}
          />
          {t('Letters, digits and signs alone are shortcuts')}
        </label>
        <p className="muted" id={noteId}>
          {t(
            'Switch this off when you dictate, or when keys are pressed by accident. What you hold Ctrl, Command or Alt for goes on working.',
          )}
        </p>
      </section>
      <section aria-labelledby="keys-own">
        <h2 id="keys-own">{t('Keys of your own')}</h2>
        <p className="muted">{t('They go with you to all your devices. The keys 1 to 9 belong to themes: set them on the themes page.')}</p>
        {SECTIONS.map(({ title, commands }) => (
          <section key={title} aria-label={t(title)}>
            <h3>{t(title)}</h3>
            <ul>
              {commands.map((command) => (
                <KeyRow key={command.id} {...rowProps(command)} />
              ))}
            </ul>
          </section>
        ))}
        <p className="row">
          <Button disabled={Object.keys(own).length === 0} onClick={() => void resetAll()}>
            {t('Reset all keys')}
          </Button>
        </p>
      </section>
    </div>
  )
}
