import { useRef } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { isOwn } from '#/lib/keyboard/changeable.ts'
import type { Chord } from '#/lib/keyboard/chord.ts'
import type { Command } from '#/lib/keyboard/command.ts'
import type { OwnKeys } from '#/lib/keyboard/keymap.ts'
import { t } from '#/lib/message/t.ts'
import { ChordKeys } from './chord-keys.tsx'
import { KeyField } from './key-field.tsx'

interface KeyRowProps {
  command: Command
  own: OwnKeys
  /** The key it has now; null: none. */
  chord: Chord | null
  isChanging: boolean
  onChange: () => void
  onGive: (chord: Chord, taken: readonly Command[]) => void
  onTake: () => void
  onReset: () => void
  onLeave: () => void
}

/** A command and its key, with what can be done about it. */
export function KeyRow({ command, own, chord, isChanging, onChange, onGive, onTake, onReset, onLeave }: KeyRowProps) {
  const row = useRef<HTMLLIElement>(null)
  // What had the keyboard goes away with the field.
  const backToRow = () => requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-changes]')?.focus())
  const name = t(command.name)
  return (
    <li ref={row} className="ownkeys__row">
      <span>{name}</span>
      {isChanging ? (
        <KeyField
          command={command}
          own={own}
          onGive={(given, taken) => {
            onGive(given, taken)
            backToRow()
          }}
          onLeave={() => {
            onLeave()
            backToRow()
          }}
        />
      ) : (
        <>
          {chord ? <ChordKeys chord={chord} /> : <span className="muted">{t('No key')}</span>}
          <span className="ownkeys__acts">
            {isOwn(own, command) && (
              <Button
                look="quiet"
                aria-label={t('Reset {name}', { name })}
                onClick={() => {
                  onReset()
                  backToRow()
                }}
              >
                {t('Reset')}
              </Button>
            )}
            {chord && (
              <Button
                look="quiet"
                aria-label={t('No key for {name}', { name })}
                onClick={() => {
                  onTake()
                  backToRow()
                }}
              >
                {t('Take away')}
              </Button>
            )}
            <Button data-changes aria-label={t('Change the key of {name}', { name })} onClick={onChange}>
              {t('Change')}
            </Button>
          </span>
        </>
      )}
    </li>
  )
}
