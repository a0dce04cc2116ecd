'use client'

import { useEffect, useRef } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { focusFind } from './focus.ts'

interface EntryKeys {
  onAdd: () => void
  onRename: () => void
  onDelete: () => void
  onClose: () => void
}

/** The keys of the actors and the themes page: by themselves N adds, / finds, F2 renames, Delete or F4 deletes; Esc always closes. */
export function useEntryKeys({ onAdd, onRename, onDelete, onClose }: EntryKeys): void {
  useCommand('entries.add', onAdd)
  useCommand('entries.find', focusFind)
  useCommand('entries.rename', onRename)
  useCommand('entries.delete', onDelete)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      const target = event.target as HTMLElement
      if (target.closest('input, textarea, select, [contenteditable="true"], [role="menu"]')) return
      if (document.querySelector('dialog[open], [popover]:popover-open')) return
      event.preventDefault()
      close.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
