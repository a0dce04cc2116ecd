import type { Installation } from '#/lib/collab/protocol.ts'
import { CollabClient } from './client.ts'
import { tabClient } from './tab-client.ts'

/** The tab's client for a person; made once, so that pages share one socket. Browser only. */
export function clientOfTab(user: { id: string; name: string; colour?: number }, installation: Installation): CollabClient {
  const current = tabClient.get()
  if (current?.self.id === user.id) return current
  void current?.destroy()
  const { protocol, host } = window.location
  const client = new CollabClient({
    user,
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/collab`,
    ...installation,
    isSignedIn,
  })
  tabClient.set(client)
  return client
}

/**
 * For the moment of signing out: closes everything and removes from this device what it keeps for the person.
 * Ask before when `unsavedChanges()` is not 0.
 */
export async function forgetThisDevice(): Promise<void> {
  const client = tabClient.get()
  tabClient.set(null)
  await client?.forget()
}

/** Changes that only this device has: those of this tab, and what will not be sent any more. */
export function unsavedChanges(): number {
  const current = tabClient.get()
  // A copy that differs counts as one, also when all its changes were taken.
  const left = current?.leftBehind.reduce((sum, { changes }) => sum + Math.max(1, changes), 0) ?? 0
  return (current?.status.kept ?? 0) + left
}

/** next-auth's own endpoint: an object without a user when nobody is signed in. */
async function isSignedIn(): Promise<boolean> {
  const response = await fetch('/api/auth/session', { cache: 'no-store' })
  if (!response.ok) return true
  const session = (await response.json()) as { user?: unknown } | null
  return Boolean(session?.user)
}
