import { type KeyboardEvent, useId, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { type Chord, chordOf } from '#/lib/keyboard/chord.ts'
import type { Command } from '#/lib/keyboard/command.ts'
import { conflictsOf, mayHave, type OwnKeys } from '#/lib/keyboard/keymap.ts'
import { t } from '#/lib/message/t.ts'
import { ChordKeys } from './chord-keys.tsx'

interface KeyFieldProps {
  command: Command
  own: OwnKeys
  onGive: (chord: Chord, taken: readonly Command[]) => void
  onLeave: () => void
}

/** Takes the keys that are pressed in it. Free ones are given at once; of others it says whose they are and asks. */
export function KeyField({ command, own, onGive, onLeave }: KeyFieldProps) {
  const noteId = useId()
  const [asked, setAsked] = useState<Chord | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const taken = asked === null ? [] : conflictsOf(command.id, asked, own)
  const fixed = taken.find(({ isFixed }) => isFixed)

  const onKeyDown = (event: KeyboardEvent) => {
    // Tab leaves the field, as everywhere.
    if (event.key === 'Tab' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onLeave()
    const chord = chordOf(event.nativeEvent)
    if (chord === null) return
    const check = mayHave(command, chord)
    setRefusal(check.ok ? null : check.reason)
    setAsked(check.ok ? chord : null)
    if (check.ok && conflictsOf(command.id, chord, own).length === 0) onGive(chord, [])
  }

  return (
    <>
      <input
        className="field ownkeys__field"
        // biome-ignore lint/a11y/noAutofocus: it appears because it was asked for
        autoFocus
        readOnly
        value=""
        placeholder={t('Press the new keys, Esc to leave it')}
        aria-label={t('New keys for {command}', { command: t(command.name) })}
        aria-describedby={noteId}
        onKeyDown={onKeyDown}
      />
      <span className="ownkeys__acts">
        <Button onClick={onLeave}>{t('Cancel')}</Button>
      </span>
      <p id={noteId} role="status" className={refusal || taken.length > 0 ? undefined : 'sr'}>
        {refusal ?? (taken.length === 0 && t('Press the new keys. Escape leaves it as it is.'))}
        {asked && taken.length > 0 && (
          <>
            <ChordKeys chord={asked} /> {taken.length === 1 ? t('is the key of') : t('is a key of')} {namesOf(taken)}.{' '}
            {fixed ? t('That one cannot be changed. Choose others.') : t('Give it to this command, and leave the other without a key?')}
          </>
        )}
      </p>
      {asked && taken.length > 0 && !fixed && (
        <p className="ownkeys__acts">
          <Button look="primary" onClick={() => onGive(asked, taken)}>
            {t('Use it here')}
          </Button>
        </p>
      )}
    </>
  )
}

function namesOf(commands: readonly Command[]): string {
  return commands.map(({ name, section }) => `“${name}” (${section})`).join(' and ')
}
