'use client'

import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('hashchange', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('hashchange', listener)
  }
}

/**
 * The entry that is open, kept in the address (`#<id>`) so that it can be shared; null when none is. In the fragment,
 * because a changed query would make Next load the page from the server for something that is already here.
 */
export function useAddressEntry(): [string | null, (id: string | null) => void] {
  const openId = useSyncExternalStore(
    subscribe,
    () => location.hash.slice(1) || null,
    () => null,
  )
  const open = useCallback((id: string | null) => {
    history.replaceState(null, '', `${location.pathname}${location.search}${id ? `#${id}` : ''}`)
    for (const listener of listeners) listener()
  }, [])
  return [openId, open]
}
