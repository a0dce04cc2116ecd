import type { beforeHandleAwarenessPayload, Connection } from '@hocuspocus/server'
import type { Room } from './room.ts'
import type { RoomContext } from './socket.ts'

/** Largest presence of one person, UTF-16 units of JSON. */
const MAX_STATE = 2048
const MAX_PER_SECOND = 15
const BURST = 30

interface Speaker {
  clientId: number
  tokens: number
  at: number
}
type AwarenessMessage = beforeHandleAwarenessPayload<RoomContext>

/**
 * Lets everybody show where they are, as themselves: one presence per connection, and its identity is written here from
 * the session, whatever the client put there.
 */
export class Presence {
  readonly #speakers = new WeakMap<Connection, Speaker>()

  /** Rewrites the decoded presences of a message in place. */
  check({ states, connection, context, document }: AwarenessMessage, room: Room): void {
    // Hocuspocus decodes into a scratch Awareness whose own empty presence comes first; it belongs to nobody.
    const [scratch] = states.keys()
    if (scratch !== undefined) states.delete(scratch)
    if (!connection || !context || context.socket.ended) {
      states.clear()
      return
    }
    const { session } = context.socket
    const clientId = this.#clientIdOf(connection, states, (id) => {
      const owner = room.owners.get(id)
      if (owner !== undefined && owner !== session.userId) return false
      return !document.getConnections().some((other) => other !== connection && document.getClients(other).has(id))
    })
    const state = clientId === null ? undefined : states.get(clientId)
    states.clear()
    if (clientId === null || !state || JSON.stringify(state).length > MAX_STATE) return
    states.set(clientId, { ...state, user: { id: session.userId, name: session.name, colour: session.colour } })
  }

  /** The one client id this connection speaks under; null when it may not speak now. */
  #clientIdOf(connection: Connection, states: Map<number, unknown>, mayUse: (clientId: number) => boolean): number | null {
    const now = performance.now()
    let speaker = this.#speakers.get(connection)
    if (!speaker) {
      const [clientId] = states.keys()
      if (clientId === undefined || !mayUse(clientId)) return null
      speaker = { clientId, tokens: BURST, at: now }
      this.#speakers.set(connection, speaker)
    }
    speaker.tokens = Math.min(BURST, speaker.tokens + ((now - speaker.at) / 1000) * MAX_PER_SECOND)
    speaker.at = now
    if (speaker.tokens < 1) return null
    speaker.tokens--
    return speaker.clientId
  }
}
