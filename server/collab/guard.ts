import { crc32 } from 'node:zlib'
import type { afterHandleMessagePayload, beforeSyncPayload, Connection, Document } from '@hocuspocus/server'
import { createDecoder, readVarUint } from 'lib0/decoding'
import { checkLayerUpdate } from '#/lib/annotation/check-update.ts'
import { CLOSE } from '#/lib/collab/close-code.ts'
import { said } from '#/lib/message/said.ts'
import { checkTextUpdate } from '#/lib/text/check-update.ts'
import { log } from '#/server/log.ts'
import { refusedUpdates } from '#/server/metrics.ts'
import { addsNothing } from './adds-nothing.ts'
import type { Admission } from './authorise.ts'
import { type CommitQueue, NotCommitted } from './commit-queue.ts'
import { hasSpace } from './has-space.ts'
import { retryPending } from './pending.ts'
import type { Room } from './room.ts'
import { REPLAY } from './room-log.ts'
import type { RoomContext } from './socket.ts'

const SYNC_STEP_1 = 0
/** Structs of one client in one message; a day offline is some thousand. */
const MOST_STRUCTS = 50_000
/** Updates refused in a row after which a socket is closed: a client that lost its footing stops long before. */
const MAX_REFUSED = 100
const TOO_MANY_TABS = said(
  'You have changed this document from too many tabs today. What you did here is not saved: copy it to a tab you used before, or try again tomorrow.',
)
const FULL = said(
  'This document has reached its largest size, 20 MB. What you added is not saved: copy it, and put it into a new document.',
)

type BeforeSync = beforeSyncPayload<RoomContext>
type AfterMessage = afterHandleMessagePayload<RoomContext>

interface GuardParts {
  queue: CommitQueue
  roomOf(document: Document): Room
  /** A change was applied, or a commit failed. */
  onChange(room: Room, document: Document): void
  /** Brings a room in doubt in line with the log. */
  catchUp(room: Room, document: Document): Promise<void>
}

/**
 * Stands before every change of a room: checks it, and holds it until it is in the log. Hocuspocus awaits `beforeSync`
 * before it applies an update, and acknowledges and broadcasts after that: nothing uncommitted is ever seen by anybody.
 * The messages of one connection are handled one after the other, so state per connection is state per message.
 *
 * When somebody's rights end, nothing of theirs is handed to the database any more, whether it waits here or in the queue.
 * What the database is writing at that moment was handed over before.
 */
export class Guard {
  readonly #parts: GuardParts
  /** The rooms of connections whose current message is being committed. */
  readonly #committing = new WeakMap<Connection, Room>()
  readonly #silenced = new WeakSet<Connection>()
  /** Read-only connections whose current message holds nothing new. */
  readonly #passed = new WeakSet<Connection>()

  constructor(parts: GuardParts) {
    this.#parts = parts
  }

  /** Resolves when the update may be applied, or when the connection was made read-only for this one message. */
  async beforeSync({ type, payload, connection, context, document }: BeforeSync): Promise<void> {
    const { socket } = context
    const wait = socket.edits.take()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    if (type === SYNC_STEP_1) return
    if (connection.readOnly) return this.#passKnown(connection, document, payload)
    if (socket.ended || !context.admission) return this.#silence(connection)
    const room = this.#parts.roomOf(document)
    if (firstStructCount(payload) > MOST_STRUCTS) {
      refusedUpdates.inc({ reason: 'size' })
      socket.end(CLOSE.TOO_LARGE, 'too many changes in one message')
      this.#silence(connection)
      return
    }
    const isNew = addsSomething(document, payload)
    if (isNew === false) return
    if (isNew === 'malformed') {
      refusedUpdates.inc({ reason: 'malformed' })
      socket.end(CLOSE.MALFORMED, 'not an update')
      this.#silence(connection)
      return
    }
    const { userId } = socket.session
    const verdict = check(room, document, payload, userId, context.admission)
    if (!verdict.ok) return this.#refuse(connection, context, room, verdict)
    socket.refused = 0
    await this.#commit(connection, context, room, payload, verdict.newClients)
  }

  /** The message was applied, answered with "not saved", or failed. */
  async afterMessage({ connection, document, context, update }: AfterMessage): Promise<void> {
    context.socket.handled(update.byteLength)
    if (this.#silenced.delete(connection)) connection.readOnly = false
    if (this.#passed.delete(connection)) connection.readOnly = true
    const room = this.#committing.get(connection)
    if (!room) return
    this.#committing.delete(connection)
    if (room.pending) room.pending = retryPending(document, room.pending, REPLAY)
    room.end()
    if (room.doubtAfter !== null) await this.#parts.catchUp(room, document)
    this.#parts.onChange(room, document)
  }

  async #commit(connection: Connection, { socket }: RoomContext, room: Room, bytes: Uint8Array, newClients: number[]): Promise<void> {
    const { userId } = socket.session
    // Claimed before the commit, so that two sockets cannot both be first to use an id.
    room.claim(userId, newClients)
    const claims = room.unconfirmedClaims(userId)
    this.#committing.set(connection, room)
    room.begin()
    try {
      const { name, workspaceId } = room
      const update = { room: name, workspaceId, userId, bytes, crc32: crc32(bytes), claims }
      room.committed(await this.#parts.queue.append(update, () => socket.revoked))
      room.confirmClaims(claims)
      room.bytes += bytes.length
    } catch (error) {
      if (!(error instanceof NotCommitted)) room.doubt()
      if (!(error instanceof NotCommitted && error.reason === 'withdrawn')) log.error('collab.commit-failed', error, { room: room.name })
      // The client learns nothing but that it must connect again; what it sends before that is refused.
      if (!socket.ended) socket.end(CLOSE.TRY_AGAIN, 'not saved, try again')
      this.#silence(connection)
    }
  }

  /** Honest clients come here when their rights or the room changed under them; they learn why and keep their copy. */
  #refuse(connection: Connection, { socket }: RoomContext, room: Room, { reason, why }: { reason: string; why: string }): void {
    log.warn('collab.update-refused', { room: room.name, user: socket.session.userId, reason })
    refusedUpdates.inc({ reason: why })
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

/** How many structs an update holds of its first client: reading them is what an update costs, whatever is in them. */
function firstStructCount(update: Uint8Array): number {
  try {
    const decoder = createDecoder(update)
    return readVarUint(decoder) === 0 ? 0 : readVarUint(decoder)
  } catch {
    return 0
  }
}

function addsSomething(document: Document, payload: Uint8Array): boolean | 'malformed' {
  try {
    return !addsNothing(document, payload)
  } catch {
    return 'malformed'
  }
}

type Verdict = { ok: true; newClients: number[] } | { ok: false; reason: string; why: 'content' | 'clients' | 'size' }

function check(room: Room, document: Document, update: Uint8Array, userId: string, { role }: Admission): Verdict {
  const checkUpdate = room.kind === 'layer' ? checkLayerUpdate : checkTextUpdate
  const verdict = checkUpdate(document, update, { userId, role }, (clientId) => room.owners.get(clientId))
  if (!verdict.ok) return { ...verdict, why: 'content' }
  if (!room.mayClaim(userId, verdict.newClients.length)) return { ok: false, reason: TOO_MANY_TABS, why: 'clients' }
  if (!hasSpace(room, document, update)) return { ok: false, reason: FULL, why: 'size' }
  return verdict
}
