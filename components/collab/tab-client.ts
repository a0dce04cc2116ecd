import type { CollabClient } from './client.ts'

let current: CollabClient | null = null
const listeners = new Set<() => void>()

/** The tab's collaboration client, from the first page of a workspace on, whatever page is shown then; null before. */
export const tabClient = {
  get: (): CollabClient | null => current,
  set(client: CollabClient | null): void {
    current = client
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
