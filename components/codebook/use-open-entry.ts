'use client'

import { useState } from 'react'
import { focusEntry, focusField } from './focus.ts'
import { useAddressEntry } from './use-address-entry.ts'

/** Which entry of a list is open beside it and which one is about to be deleted, and the ways there and back. */
export function useOpenEntry<Entry extends { id: string }>(entries: readonly Entry[], canManage: boolean) {
  const [openId, open] = useAddressEntry()
  const [deletingId, setDeletingId] = useState<string | null>(null)
  const shown = entries.find((entry) => entry.id === openId)
  return {
    shown,
    open,
    close: () => {
      if (shown) focusEntry(shown.id)
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
