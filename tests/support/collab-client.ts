import WebSocket from 'ws'
import { type ClientOptions, CollabClient } from '#/components/collab/client.ts'
import type { CollabRoom } from '#/components/collab/room.ts'
import { until } from './until.ts'

/** A WebSocket that sends the headers a browser would. */
export function webSocketWith(headers: { cookie: string; origin: string }): typeof WebSocket {
  return class extends WebSocket {
    constructor(address: string) {
      super(address, { headers })
      // Browsers say nothing more of a failed connection than that it closed.
      this.on('error', () => {})
    }
  } as unknown as typeof WebSocket
}

/** The product's own client, as in a browser tab of this person. */
export function openTab(
  server: { url: string; origin: string },
  signedIn: { user: { id: string; name: string }; cookie: string },
  more: Partial<ClientOptions> = {},
): CollabClient {
  return new CollabClient({
    url: server.url,
    generation: 1,
    user: signedIn.user,
    WebSocketPolyfill: webSocketWith({ cookie: signedIn.cookie, origin: server.origin }),
    ...more,
  })
}

/** Opens a room and waits for its content. */
export async function openRoom(tab: CollabClient, name: string): Promise<CollabRoom> {
  const room = tab.openRoom(name)
  await until(`${name} is synced`, () => room.status.isSynced)
  return room
}

/** Waits until the server has committed everything that was done in a tab. */
export function saved(tab: CollabClient): Promise<void> {
  return until('everything is saved', () => tab.status.state === 'saved' && tab.status.kept === 0)
}
