import { useEffect, useRef } from 'react'
import { chordOf } from '#/lib/keyboard/chord.ts'
import type { PageCommand } from '#/lib/keyboard/page-commands.ts'
import { currentKeymap } from './keymap-store.ts'
import { offerCommands } from './offered-commands.ts'

const TYPING =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="textbox"], [role="menu"], dialog[open], [popover]:popover-open'

/** Whether a key press writes or chooses where it lands, and so asks for nothing else. */
export function isTyping(event: KeyboardEvent): boolean {
  return event.isComposing || (event.target instanceof Element && event.target.closest(TYPING) !== null)
}

/** Function keys ask for something in fields too. */
function writesNothing(chord: string): boolean {
  return /^F\d+$/.test(chord)
}

/**
 * Does something when its keys are pressed and nobody is typing, and offers it to the palette.
 *
 * @param run answers false when there is nothing to be done now: the key then keeps its meaning
 * @param isOff asks for nothing, as for somebody who may not do it
 */
export function useCommand(id: PageCommand, run: () => unknown, isOff = false): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (isOff) return
    const onKeyDown = (event: KeyboardEvent) => {
      const chord = chordOf(event)
      if (chord === null || !currentKeymap().keysOf(id).includes(chord)) return
      if (event.defaultPrevented || event.repeat || (isTyping(event) && !writesNothing(chord)) || document.querySelector('dialog[open]'))
        return
      if (latest.current() !== false) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    const endOffer = offerCommands({ commands: () => [{ id, run: () => void latest.current() }] })
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      endOffer()
    }
  }, [id, isOff])
}
