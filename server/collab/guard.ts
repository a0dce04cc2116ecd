import { crc32 } from 'node:zlib'
import type { afterHandleMessagePayload, beforeSyncPayload, Connection, Document } from '@hocuspocus/server'
import { checkLayerUpdate } from '#/lib/annotation/check-update.ts'
import { CLOSE } from '#/lib/collab/close-code.ts'
import { checkTextUpdate } from '#/lib/text/check-update.ts'
import { log } from '#/server/log.ts'
import { addsNothing } from './adds-nothing.ts'
import type { Admission } from './authorise.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Room } from './room.ts'
import type { RoomContext } from './socket.ts'

const SYNC_STEP_1 = 0
/** Updates refused in a row after which a socket is closed: a client that lost its footing stops long before. */
const MAX_REFUSED = 100

type BeforeSync = beforeSyncPayload<RoomContext>
type AfterMessage = afterHandleMessagePayload<RoomContext>

/**
 * Stands before every change of a room: checks it, and holds it until it is in the log. Hocuspocus awaits `beforeSync`
 * before it applies an update, and acknowledges and broadcasts after that: nothing uncommitted is ever seen by anybody.
 * The messages of one connection are handled one after the other, so state per connection is state per message.
 */
export class Guard {
  readonly #queue: CommitQueue
  readonly #roomOf: (document: Document) => Room
  readonly #onChange: (room: Room, document: Document) => void
  /** The rooms of connections whose current message is being committed. */
  readonly #committing = new WeakMap<Connection, Room>()
  readonly #silenced = new WeakSet<Connection>()
  /** Read-only connections whose current message holds nothing new. */
  readonly #passed = new WeakSet<Connection>()

  constructor(queue: CommitQueue, roomOf: (document: Document) => Room, onChange: (room: Room, document: Document) => void) {
    this.#queue = queue
    this.#roomOf = roomOf
    this.#onChange = onChange
  }

  /** Resolves when the update may be applied, or when the connection was made read-only for this one message. */
  async beforeSync({ type, payload, connection, context, document }: BeforeSync): Promise<void> {
    if (type === SYNC_STEP_1) return
    if (connection.readOnly) return this.#passKnown(connection, document, payload)
    if (context.socket.ended || !context.admission) return this.#silence(connection)
    const room = this.#roomOf(document)
    const isNew = addsSomething(document, payload)
    if (isNew === false) return
    if (isNew === 'malformed') {
      context.socket.end(CLOSE.MALFORMED, 'not an update')
      this.#silence(connection)
      return
    }
    const verdict = check(room, document, payload, context.socket.session.userId, context.admission)
    if (!verdict.ok) return this.#refuse(connection, context, room, verdict.reason)
    context.socket.refused = 0
    await this.#commit(connection, context, room, payload, verdict.newClients)
  }

  /** The message was applied, answered with "not saved", or failed. */
  afterMessage({ connection, document }: AfterMessage): void {
    if (this.#silenced.delete(connection)) connection.readOnly = false
    if (this.#passed.delete(connection)) connection.readOnly = true
    const room = this.#committing.get(connection)
    if (!room) return
    this.#committing.delete(connection)
    room.end()
    this.#onChange(room, document)
  }

  async #commit(connection: Connection, { socket }: RoomContext, room: Room, bytes: Uint8Array, newClients: number[]): Promise<void> {
    const { userId } = socket.session
    // Claimed before the commit, so that two sockets cannot both be first to use an id.
    for (const clientId of newClients) room.owners.set(clientId, userId)
    this.#committing.set(connection, room)
    room.begin()
    try {
      const { name, workspaceId } = room
      room.committed(await this.#queue.append({ room: name, workspaceId, userId, bytes, crc32: crc32(bytes), claims: newClients }))
    } catch (error) {
      room.inDoubt = true
      log.error('collab.commit-failed', error, { room: room.name })
      // The client learns nothing but that it must connect again; what it sends before that is refused.
      socket.end(CLOSE.TRY_AGAIN, 'not saved, try again')
      this.#silence(connection)
    }
  }

  /** Honest clients come here when their rights or the room changed under them; they learn why and keep their copy. */
  #refuse(connection: Connection, { socket }: RoomContext, room: Room, reason: string): void {
    log.warn('collab.update-refused', { room: room.name, user: socket.session.userId, reason })
    this.#silence(connection)
    if (++socket.refused > MAX_REFUSED) socket.end(CLOSE.FORBIDDEN, 'too many refused updates')
    else connection.sendStateless(JSON.stringify({ type: 'rejected', reason }))
  }

  /**
   * Yjs tidies formats by itself after others' changes, in every copy alike. What a reader's copy then sends is here
   * already and is acknowledged; Hocuspocus on its own would answer a reader "not saved".
   */
  #passKnown(connection: Connection, document: Document, payload: Uint8Array): void {
    if (addsSomething(document, payload) !== false) return
    connection.readOnly = false
    this.#passed.add(connection)
  }

  /** Read-only for this message: Hocuspocus then applies nothing and answers "not saved". */
  #silence(connection: Connection): void {
    connection.readOnly = true
    this.#silenced.add(connection)
  }
}

function addsSomething(document: Document, payload: Uint8Array): boolean | 'malformed' {
  try {
    return !addsNothing(document, payload)
  } catch {
    return 'malformed'
  }
}

function check(room: Room, document: Document, update: Uint8Array, userId: string, { role }: Admission) {
  const checkUpdate = room.kind === 'layer' ? checkLayerUpdate : checkTextUpdate
  return checkUpdate(document, update, { userId, role }, (clientId) => room.owners.get(clientId))
}
