'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { useCollab } from './collab-provider.tsx'
import type { SaveStatus } from './save-status.ts'

/** Before there is a connection. */
export const NOT_CONNECTED: SaveStatus = { state: 'connecting', kept: 0 }
const noSubscription = () => () => {}

/** What a selector makes of the save status; it must give back something that stays the same while nothing it tells has changed. */
export function useSaveStatus<T>(select: (status: SaveStatus) => T): T {
  const client = useCollab()
  const subscribe = client ? (listener: () => void) => client.subscribe(listener) : noSubscription
  return useSyncExternalStore(
    subscribe,
    () => select(client?.status ?? NOT_CONNECTED),
    () => select(NOT_CONNECTED),
  )
}

/** Calls back when changes that waited offline are all saved, with their number. */
export function useSent(onSent: (changes: number) => void): void {
  const client = useCollab()
  useEffect(() => client?.onSent(onSent), [client, onSent])
}
