'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { useCollab } from './collab-provider.tsx'
import type { SaveStatus } from './save-status.ts'

const START: SaveStatus = { state: 'connecting', kept: 0 }
const noSubscription = () => () => {}

/** Whether this tab's work is saved, kept up to date. */
export function useSaveStatus(): SaveStatus {
  const client = useCollab()
  const subscribe = client ? (listener: () => void) => client.subscribe(listener) : noSubscription
  return useSyncExternalStore(
    subscribe,
    () => client?.status ?? START,
    () => START,
  )
}

/** Calls back when changes that waited offline are all saved, with their number. */
export function useSent(onSent: (changes: number) => void): void {
  const client = useCollab()
  useEffect(() => client?.onSent(onSent), [client, onSent])
}
