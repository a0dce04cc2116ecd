'use client'

import { useEffect, useRef } from 'react'

/** What single keys do on a page, by `KeyboardEvent.key`, letters also by their place on the keyboard (Russian, Arabic layouts). */
export type PageKeys = Readonly<Record<string, () => void>>

/** Answers single keys while nobody types (function keys always), no dialog or menu is open and no modifier is held. */
export function usePageKeys(keys: PageKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const target = event.target as HTMLElement
      const writes = target.closest('input, textarea, select, [contenteditable="true"], [role="menu"]')
      if (writes && !/^F\d+$/.test(event.key)) return
      if (document.querySelector('dialog[open], [popover]:popover-open')) return
      const run = latest.current[event.key] ?? latest.current[/^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : '']
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
