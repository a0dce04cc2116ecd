'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Installation } from '#/lib/collab/protocol.ts'
import { setClock } from '#/lib/date/clock.ts'
import type { CollabClient } from './client.ts'
import { clientOfTab } from './client-of-tab.ts'
import { UnsavedNotices } from './unsaved-notices.tsx'

const CollabContext = createContext<CollabClient | null>(null)

interface CollabProviderProps {
  user: { id: string; name: string }
  /** What the server knew when it made the page. */
  installation: Installation
  /** The time at the server then, ms since 1970. */
  serverTime: number
  children: ReactNode
}

/** Gives the pages below the tab's collaboration client, and asks before a page with unsaved changes is left. */
export function CollabProvider({ user, installation, serverTime, children }: CollabProviderProps) {
  const { id, name } = user
  const [client, setClient] = useState<CollabClient | null>(null)
  const { generation, restoredFrom } = installation
  useEffect(() => setClock(serverTime), [serverTime])
  useEffect(() => setClient(clientOfTab({ id, name }, { generation, restoredFrom })), [id, name, generation, restoredFrom])
  useEffect(() => {
    if (!client) return
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
  return (
    <CollabContext value={client}>
      {children}
      {client && <UnsavedNotices client={client} />}
    </CollabContext>
  )
}

/** The tab's client; null while the page is being prepared. */
export function useCollab(): CollabClient | null {
  return useContext(CollabContext)
}
