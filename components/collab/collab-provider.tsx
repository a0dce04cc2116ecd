'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Installation } from '#/lib/collab/protocol.ts'
import { setClock } from '#/lib/date/clock.ts'
import type { CollabClient } from './client.ts'
import { clientOfTab } from './client-of-tab.ts'

const CollabContext = createContext<CollabClient | null>(null)

interface CollabProviderProps {
  user: { id: string; name: string; colour?: number }
  /** What the server knew when it made the page. */
  installation: Installation
  /** The time at the server then, ms since 1970. */
  serverTime: number
  children: ReactNode
}

/** Gives the pages below the tab's collaboration client. */
export function CollabProvider({ user, installation, serverTime, children }: CollabProviderProps) {
  const { id, name, colour } = user
  const [client, setClient] = useState<CollabClient | null>(null)
  const { generation, restoredFrom } = installation
  useEffect(() => setClock(serverTime), [serverTime])
  useEffect(() => setClient(clientOfTab({ id, name, colour }, { generation, restoredFrom })), [id, name, colour, generation, restoredFrom])
  return <CollabContext value={client}>{children}</CollabContext>
}

/** The tab's client; null while the page is being prepared. */
export function useCollab(): CollabClient | null {
  return useContext(CollabContext)
}
