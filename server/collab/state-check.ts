import type { Connection, Document, onStatelessPayload } from '@hocuspocus/server'
import { readStateNotice, type StateNotice } from '#/lib/collab/notice.ts'
import { type StateHash, stateHash } from '#/lib/collab/state-hash.ts'
import { log } from '#/server/log.ts'
import { stateMismatches } from '#/server/metrics.ts'
import type { Room } from './room.ts'
import type { RoomContext } from './socket.ts'

/** A connection is answered at most this often, ms; clients ask far less. */
const ANSWER_EVERY_MS = 2000

/**
 * Compares what clients have with what is committed. A client that is idle says the hash of its copy; it is answered with
 * the hash of ours. Messages of a socket arrive in order, so with the answer the client has everything that was sent before
 * it: if its copy is still another one, it says so, and if ours is still the one we told, at the same state vector, the two
 * copies differ for good.
 */
export class StateCheck {
  readonly #hashes = new WeakMap<Document, StateHash>()
  readonly #answeredAt = new WeakMap<Connection, number>()

  /** Takes a message of a client outside of the document; everything but a state is passed over. */
  take({ connection, document, payload }: onStatelessPayload, room: Room): void {
    const { socket } = connection.context as RoomContext
    const said = readStateNotice(payload)
    if (!said || socket.ended || room.kind === 'workspace' || !room.isSettled) return
    const now = performance.now()
    // The objection to an answer comes right after it.
    if (said.against === undefined && now - (this.#answeredAt.get(connection) ?? Number.NEGATIVE_INFINITY) < ANSWER_EVERY_MS) return
    const ours = this.#hashOf(document)
    if (said.against === undefined) {
      this.#answeredAt.set(connection, now)
      // What waits to be broadcast goes first: the client judges itself by what it got before the answer.
      document.flush()
      connection.sendStateless(JSON.stringify({ type: 'state', ...ours } satisfies StateNotice))
    } else if (said.against === ours.hash && said.vector === ours.vector && said.hash !== ours.hash) {
      if (!this.#answeredAt.delete(connection)) return
      stateMismatches.inc()
      log.error('collab.state-differs', 'a copy differs from what is committed, at the same state vector', {
        room: room.name,
        user: socket.session.userId,
        clientHash: said.hash,
        hash: ours.hash,
      })
      connection.sendStateless(JSON.stringify({ type: 'differs' }))
    }
  }

  /** Computed once for all who ask before the next change. */
  #hashOf(document: Document): StateHash {
    const known = this.#hashes.get(document)
    if (known) return known
    const fresh = stateHash(document)
    this.#hashes.set(document, fresh)
    document.once('update', () => this.#hashes.delete(document))
    return fresh
  }
}
