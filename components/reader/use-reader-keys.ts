'use client'

import { useEffect } from 'react'
import { currentKeymap } from '#/components/keyboard/keymap-store.ts'
import { commandFor } from './hotkeys.ts'
import { keySituation } from './key-situation.ts'
import { useModel } from './reader-context.ts'
import { runCommand } from './run-command.ts'

const TYPES = 'input, textarea, select, [contenteditable="true"], dialog, [role="menu"], [role="tree"], .pop'

/** Keys that are pressed while neither the text nor a field has the keyboard: next statement, filter, regions, undo. */
export function useReaderKeys(): void {
  const model = useModel()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
      const command = commandFor(event, keySituation(model, model.ui.get().mode), currentKeymap())
      // Enter presses what has the keyboard.
      if (event.key === 'Enter' && target.closest('button, a, summary')) return
      const anywhere = command === 'next-region' || command === 'previous-region'
      if (!command || (target.closest(TYPES) && !anywhere)) return
      if (runCommand(model, command)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [model])
}
