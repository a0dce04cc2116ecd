import type { WebSocketLike } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import type { LiveSession } from '#/db/queries/sessions.ts'
import { CLOSE } from '#/lib/collab/close-code.ts'
import type { Admission } from './authorise.ts'
import type { RoomAbout } from './room.ts'
import { TokenBucket } from './token-bucket.ts'

const CLOSE_MESSAGE = 7
const SYNC = 0
const STEP_2 = 1
/** Bytes a socket may leave unread, beside the contents of rooms it has just opened. */
const MAX_UNREAD_BYTES = 4 << 20
/** The same with those contents: a document and its layers at their largest. */
const MAX_UNREAD_WITH_CONTENTS = 64 << 20
/** Bytes of messages a client may send ahead of what has been done with them. */
const MAX_BACKLOG_BYTES = 8 << 20
const SILENT_CHECKS_ALLOWED = 4
const END_WITHIN_MS = 1000
/** Messages of all kinds a socket may send. The product's client stays far below; one that does not is let go. */
const MESSAGES = { perSecond: 200, burst: 1000 }
/** Changes that are taken from a socket; more have to wait, and the product's client puts together what waits. */
const EDITS = { perSecond: 40, burst: 200 }
/** Codes for somebody whose rights ended or changed: what they sent before and nobody has written yet is not written any more. */
const REVOKING: readonly number[] = [CLOSE.SIGNED_OUT, CLOSE.FORBIDDEN, CLOSE.RESET]

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
  /** Set when the person's rights ended or changed. */
  revoked = false
  /** Names of the rooms that are open or being opened. */
  readonly rooms = new Set<string>()
  /** Rooms whose admission is being looked up. */
  admitting = 0
  /** Documents of which rooms were opened, or are being loaded. */
  readonly documents = new Set<string>()
  /** Updates refused in a row. */
  refused = 0
  readonly edits = new TokenBucket(EDITS)
  readonly #messages = new TokenBucket(MESSAGES)
  #silentChecks = 0
  #backlog = 0
  /** Bytes of rooms' contents that the client has not taken yet, by room: once each, however often it asks. */
  readonly #contents = new Map<string, number>()

  constructor(session: LiveSession, ws: WebSocket) {
    this.session = session
    this.ws = ws
  }

  /** Ends the socket for a reason the client can read. From here on nothing from it is accepted. */
  end(code: number, reason: string): void {
    this.ended = true
    if (REVOKING.includes(code)) this.revoked = true
    this.ws.close(code, reason)
    // A peer that does not answer the closing handshake must not keep reading what others write.
    setTimeout(() => this.ws.terminate(), END_WITHIN_MS).unref()
  }

  /** A message of so many bytes arrived. @returns false when it is one too many */
  heard(bytes: number): boolean {
    this.#silentChecks = 0
    this.#backlog += bytes
    return this.#messages.take() === 0 && this.#backlog <= MAX_BACKLOG_BYTES
  }

  /** A message of so many bytes has been dealt with. */
  handled(bytes: number): void {
    this.#backlog = Math.max(0, this.#backlog - bytes)
  }

  /** Called at every heartbeat: lets go of peers that are gone. */
  check(): void {
    if (++this.#silentChecks > SILENT_CHECKS_ALLOWED) this.ws.terminate()
  }

  /** Who does not read what is sent to them is let go before their share of memory is felt by others. */
  #send(bytes: Uint8Array): void {
    const room = contentOf(bytes)
    if (room !== null && !this.#contents.has(room)) {
      this.#contents.set(room, bytes.length)
      this.ws.send(bytes, () => this.#contents.delete(room))
    } else {
      this.ws.send(bytes)
    }
    const unread = this.ws.bufferedAmount
    const contents = this.#contents.values().reduce((sum, length) => sum + length, 0)
    if (unread - contents > MAX_UNREAD_BYTES || unread > MAX_UNREAD_WITH_CONTENTS) this.ws.terminate()
  }

  /**
   * The socket as Hocuspocus sees it. When Hocuspocus lets go of a room because of a fault, it tells the client so but
   * leaves the socket open, and the client would wait for half a minute on a dead room: we close the socket, the client
   * reconnects at once.
   */
  forHocuspocus(): WebSocketLike {
    const { ws } = this
    const send = (bytes: Uint8Array) => this.#send(bytes)
    return {
      get readyState() {
        return ws.readyState
      },
      send(data) {
        const bytes = data as Uint8Array
        if (isFaultClose(bytes)) ws.close(CLOSE.RESET, 'room closed')
        else send(bytes)
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

/** The name of the room whose content a frame holds, which a client gets when it opens it; null for other frames. Frame: name, kind, step, update. */
function contentOf(frame: Uint8Array): string | null {
  const end = 1 + (frame[0] ?? 0)
  if (frame[end] !== SYNC || frame[end + 1] !== STEP_2) return null
  return Buffer.from(frame.buffer, frame.byteOffset + 1, end - 1).toString('latin1')
}
