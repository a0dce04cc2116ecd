import type { WebSocketLike } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import type { LiveSession } from '#/db/queries/sessions.ts'
import { CLOSE } from '#/lib/collab/close-code.ts'
import type { Admission } from './authorise.ts'
import type { RoomAbout } from './room.ts'

const CLOSE_MESSAGE = 7
/** Bytes a socket may leave unread. A first synchronisation alone can be several MB. */
const MAX_UNREAD_BYTES = 8 << 20
const SILENT_CHECKS_ALLOWED = 4
const END_WITHIN_MS = 1000
/** Messages a socket may send: so many at once, then so many a second. The product's client stays far below. */
const BURST = 3000
const PER_SECOND = 1000

/** What Hocuspocus carries along with every connection. */
export interface RoomContext {
  socket: Socket
  /** Set when the room was opened. */
  admission?: Admission
}

/** What a room carries along that the server opens for itself: no socket, and no message will ever come. */
export interface ServerContext {
  admission: RoomAbout
}

/** One browser tab. Hocuspocus multiplexes its rooms over it. */
export class Socket {
  readonly session: LiveSession
  readonly ws: WebSocket
  /** Set when the session or its rights ended: nothing that still arrives counts. */
  ended = false
  /** Rooms that were opened, for a bound on them. */
  rooms = 0
  /** Updates refused in a row. */
  refused = 0
  #silentChecks = 0
  #tokens = BURST
  #heardAt = performance.now()
  #unreadChecks = 0

  constructor(session: LiveSession, ws: WebSocket) {
    this.session = session
    this.ws = ws
  }

  /** Ends the socket for a reason the client can read. From here on nothing from it is accepted. */
  end(code: number, reason: string): void {
    this.ended = true
    this.ws.close(code, reason)
    // A peer that does not answer the closing handshake must not keep reading what others write.
    setTimeout(() => this.ws.terminate(), END_WITHIN_MS).unref()
  }

  /** A message arrived. @returns false when it is one too many */
  heard(): boolean {
    this.#silentChecks = 0
    const now = performance.now()
    this.#tokens = Math.min(BURST, this.#tokens + ((now - this.#heardAt) / 1000) * PER_SECOND) - 1
    this.#heardAt = now
    return this.#tokens >= 0
  }

  /** Called at every heartbeat: lets go of peers that are gone or do not read what is sent to them. */
  check(): void {
    this.#silentChecks++
    this.#unreadChecks = this.ws.bufferedAmount > MAX_UNREAD_BYTES ? this.#unreadChecks + 1 : 0
    if (this.#silentChecks > SILENT_CHECKS_ALLOWED || this.#unreadChecks > 1) this.ws.terminate()
  }

  /**
   * The socket as Hocuspocus sees it. When Hocuspocus lets go of a room because of a fault, it tells the client so but
   * leaves the socket open, and the client would wait for half a minute on a dead room: we close the socket, the client
   * reconnects at once.
   */
  forHocuspocus(): WebSocketLike {
    const { ws } = this
    return {
      get readyState() {
        return ws.readyState
      },
      send(data) {
        const bytes = data as Uint8Array
        if (isFaultClose(bytes)) ws.close(CLOSE.RESET, 'room closed')
        else ws.send(bytes)
      },
      close: (code, reason) => ws.close(code, reason),
    }
  }
}

/** Whether a frame says "the server closed this room" and not "you closed it". Frame: name (length, bytes), type, reason. */
function isFaultClose(frame: Uint8Array): boolean {
  const nameLength = frame[0] ?? 0
  if (nameLength > 127 || frame[1 + nameLength] !== CLOSE_MESSAGE) return false
  return !Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).includes('provider_initiated')
}
