'use client'

import { useEffect, useRef } from 'react'
import { focusFind } from './focus.ts'

interface EntryKeys {
  onAdd: () => void
  onRename: () => void
  onDelete: () => void
  onClose: () => void
}

/**
 * The single keys of the actors and the themes page: N adds, / finds, F2 renames, Delete or F4 deletes, Esc closes. They
 * work while nobody types (function keys always), no dialog or menu is open and no modifier is held; letters also by
 * their place on the keyboard (Russian, Arabic layouts).
 */
export function useEntryKeys({ onAdd, onRename, onDelete, onClose }: EntryKeys): void {
  const keys: Record<string, () => void> = { n: onAdd, '/': focusFind, F2: onRename, F4: onDelete, Delete: onDelete, Escape: onClose }
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
