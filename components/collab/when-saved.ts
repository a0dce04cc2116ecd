import type { CollabClient } from './client.ts'

/** Longest wait, ms. */
const WITHIN_MS = 5000

/** Waits until the server has committed everything that was made here; false when it does not in time. */
export function whenSaved(client: Pick<CollabClient, 'status' | 'subscribe'> | null): Promise<boolean> {
  if (!client) return Promise.resolve(false)
  const isSaved = () => client.status.kept === 0
  if (isSaved()) return Promise.resolve(true)
  return new Promise((resolve) => {
    const end = (saved: boolean) => {
      stop()
      clearTimeout(timer)
      resolve(saved)
    }
    const stop = client.subscribe(() => isSaved() && end(true))
    const timer = setTimeout(() => end(false), WITHIN_MS)
  })
}
