'use client'

import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import type { CollabClient } from './client.ts'
import { tabClient } from './tab-client.ts'

/** Loaded when there is something to say: most pages never need it. */
const UnsavedNotices = lazy(async () => ({ default: (await import('./unsaved-notices.tsx')).UnsavedNotices }))
const none = () => null

/**
 * On every page, also those one lands on without a workspace: what the server did not take, and the question before a page
 * with unsaved changes is left.
 */
export function UnsavedRegion() {
  const client = useSyncExternalStore(tabClient.subscribe, tabClient.get, none)
  return client && <Region client={client} />
}

function Region({ client }: { client: CollabClient }) {
  const hasWork = useSyncExternalStore(
    (listener) => client.subscribe(listener),
    () => client.status.trouble !== undefined || client.leftBehind.length > 0,
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (client.wouldLose) event.preventDefault()
    }
    const write = () => void client.flush()
    window.addEventListener('beforeunload', ask)
    window.addEventListener('pagehide', write)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('pagehide', write)
    }
  }, [client])
  if (!hasWork) return null
  return (
    <Suspense fallback={null}>
      <UnsavedNotices client={client} />
    </Suspense>
  )
}
