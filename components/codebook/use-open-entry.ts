'use client'

import { useEffect, useRef, useState } from 'react'
import { focusEntry, focusField, neighbourOf } from './focus.ts'
import { useAddressEntry } from './use-address-entry.ts'

/** Which entry of a list is open beside it and which one is about to be deleted, and the ways there and back. */
export function useOpenEntry<Entry extends { id: string }>(entries: readonly Entry[], canManage: boolean) {
  const [openId, open] = useAddressEntry()
  const [deletingId, setDeletingId] = useState<string | null>(null)
  const shown = entries.find((entry) => entry.id === openId)
  /** The row that gets the keyboard as soon as it is there. */
  const next = useRef<string | null>(null)
  useEffect(() => {
    if (next.current === null || (shown && shown.id !== next.current)) return
    if (focusEntry(next.current)) next.current = null
  })
  return {
    shown,
    open,
    close: () => {
      if (shown) focusEntry(shown.id)
      open(null)
    },
    /** Opens what was just made. */
    created: (id: string) => {
      next.current = id
      open(id)
    },
    /** Goes on from what was just deleted. */
    deleted: (id: string) => {
      next.current = neighbourOf(id)
      open(null)
    },
    rename: () => {
      if (shown) focusField('name')
    },
    deleting: entries.find((entry) => entry.id === deletingId),
    askDelete: () => {
      if (shown && canManage) setDeletingId(shown.id)
    },
    stopDeleting: () => setDeletingId(null),
  }
}
