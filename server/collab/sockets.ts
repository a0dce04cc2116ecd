import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Hocuspocus } from '@hocuspocus/server'
import { type WebSocket, WebSocketServer } from 'ws'
import type { LiveSession } from '#/db/queries/sessions.ts'
import { CLOSE } from '#/lib/collab/close-code.ts'
import { type Installation, PROTOCOL, readPageVersion, SCHEMA } from '#/lib/collab/protocol.ts'
import { log } from '#/server/log.ts'
import { openRooms, openSockets, unsentBytes } from '#/server/metrics.ts'
import type { RefusedAccess } from './refused-access.ts'
import { parseRoomName } from './room-name.ts'
import { Socket } from './socket.ts'

/** Largest message a client may send, bytes. */
const MAX_MESSAGE_BYTES = 2 << 20
/** One per tab: more than the 20 that would do for most, because analysts keep their sources open. */
const MAX_SOCKETS_PER_USER = 50
/** Sockets of one address whose session is being looked up. */
const MAX_ADMITTING_PER_ADDRESS = 50
/** A database that does not answer keeps nobody waiting at the door for longer, ms. */
const ADMIT_WITHIN_MS = 10_000
const HEARTBEAT_MS = 2500
/** A page that was turned away has so long to take its leave, ms. */
const TURN_AWAY_WITHIN_MS = 2000
const SESSION_CHECK_MS = 60_000
/** Hocuspocus messages of one byte, without a room name. */
const PING = new Uint8Array([9])
const PONG = 10
const BROADCAST_STATELESS = 6
const MAX_ROOM_NAME = 64

export interface SocketOptions {
  hocuspocus: Hocuspocus
  installation: Installation
  /** The only web origin that may connect. */
  origin: string
  sessionOf(request: IncomingMessage): Promise<LiveSession | null>
  /** Which of these sessions are still good. */
  liveSessions(sessionIds: string[]): Promise<Set<string>>
  refused: RefusedAccess
}

/** The open sockets: who may have one, and how they end. */
export class Sockets {
  readonly #options: SocketOptions
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
  readonly #open = new Set<Socket>()
  /** Sessions that were just ended: a socket may have been looked up before and be connected after. */
  readonly #endedSessions = new Set<string>()
  /** Sockets whose session is being looked up, by address. */
  readonly #admitting = new Map<string, number>()
  readonly #timers: NodeJS.Timeout[]
  #stopping = false

  constructor(options: SocketOptions) {
    this.#options = options
    this.#timers = [setInterval(() => this.#heartbeat(), HEARTBEAT_MS), setInterval(() => this.#checkSessions(), SESSION_CHECK_MS)]
    for (const timer of this.#timers) timer.unref()
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    this.#admitInTurn(request).then(
      (admitted) => {
        if (socket.destroyed) return
        if (typeof admitted === 'number') return refuse(socket, admitted)
        this.#server.handleUpgrade(request, socket, head, (ws) => {
          const turnedAway = this.#turnedAway(request)
          if (turnedAway) this.#turnAway(ws, turnedAway)
          else this.#connect(request, ws, admitted)
        })
      },
      (error) => {
        log.error('collab.upgrade-failed', error)
        refuse(socket, 503)
      },
    )
  }

  /** Closes what matches; answers how many. */
  end(matches: (socket: Socket) => boolean, code: number, reason: string): number {
    const ending = [...this.#open].filter((socket) => !socket.ended && matches(socket))
    for (const socket of ending) socket.end(code, reason)
    return ending.length
  }

  endSession(sessionId: string): number {
    this.#endedSessions.add(sessionId)
    setTimeout(() => this.#endedSessions.delete(sessionId), SESSION_CHECK_MS).unref()
    return this.end((socket) => socket.session.sessionId === sessionId, CLOSE.SIGNED_OUT, 'signed out')
  }

  /** Takes no new sockets and ends the open ones; resolves when all are gone. */
  async stop(): Promise<void> {
    this.#stopping = true
    for (const timer of this.#timers) clearInterval(timer)
    this.end(() => true, CLOSE.RESTART, 'server stopping')
    const deadline = Date.now() + 1000
    while (this.#open.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20))
    for (const { ws } of this.#open) ws.terminate()
  }

  /** As `#admit`, with a bound on how many one address may have looked up at the same time, and for how long. */
  async #admitInTurn(request: IncomingMessage): Promise<LiveSession | number> {
    const address = request.socket.remoteAddress ?? ''
    const count = this.#admitting.get(address) ?? 0
    if (count >= MAX_ADMITTING_PER_ADDRESS) return 429
    this.#admitting.set(address, count + 1)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<number>((resolve) => {
      timer = setTimeout(() => resolve(503), ADMIT_WITHIN_MS)
    })
    try {
      return await Promise.race([this.#admit(request), late])
    } finally {
      clearTimeout(timer)
      const left = (this.#admitting.get(address) ?? 1) - 1
      if (left > 0) this.#admitting.set(address, left)
      else this.#admitting.delete(address)
    }
  }

  /** The session to connect, or the HTTP status to refuse with. */
  async #admit(request: IncomingMessage): Promise<LiveSession | number> {
    if (this.#stopping) return 503
    if ((request.url ?? '').split('?')[0] !== '/collab') return 404
    if (request.headers.origin !== this.#options.origin) return 403
    const session = await this.#options.sessionOf(request)
    if (!session || this.#endedSessions.has(session.sessionId)) return 401
    if (this.#stopping) return 503
    let sockets = 0
    for (const open of this.#open) if (open.session.userId === session.userId) sockets++
    return sockets >= MAX_SOCKETS_PER_USER ? 429 : session
  }

  /** Why a page may not open any room here; null when it may. */
  #turnedAway(request: IncomingMessage): { code: number; reason: string } | null {
    const { installation, origin } = this.#options
    const page = readPageVersion(new URL(request.url ?? '/collab', origin))
    if (page.protocol !== PROTOCOL || page.schema !== SCHEMA) return { code: CLOSE.OUTDATED, reason: 'reload the page' }
    if (page.generation === installation.generation) return null
    const { restoredFrom } = installation
    return { code: CLOSE.RESTORED, reason: restoredFrom === null ? '' : new Date(restoredFrom).toISOString() }
  }

  /** After the upgrade, because browsers do not tell pages why one was refused. Nothing it says is read. */
  #turnAway(ws: WebSocket, { code, reason }: { code: number; reason: string }): void {
    ws.on('error', (error) => log.warn('collab.socket-error', { error: error.message }))
    ws.close(code, reason)
    setTimeout(() => ws.terminate(), TURN_AWAY_WITHIN_MS).unref()
  }

  #connect(request: IncomingMessage, ws: WebSocket, session: LiveSession): void {
    const socket = new Socket(session, ws)
    this.#open.add(socket)
    openSockets.set(this.#open.size)
    const url = new URL(request.url ?? '/collab', this.#options.origin)
    const client = this.#options.hocuspocus.handleConnection(socket.forHocuspocus(), new Request(url), { socket })
    ws.binaryType = 'arraybuffer'
    ws.on('message', (data, isBinary) => {
      if (socket.ended) return
      if (!isBinary) return socket.end(CLOSE.MALFORMED, 'binary messages only')
      if (!socket.heard((data as ArrayBuffer).byteLength)) return socket.end(CLOSE.FORBIDDEN, 'too many messages')
      const message = new Uint8Array(data as ArrayBuffer)
      // The answer to our ping; Hocuspocus would take it for a broken message.
      if (message.length === 1 && message[0] === PONG) client.lastMessageReceivedAt = Date.now()
      else if (isForRoom(message)) client.handleMessage(message)
      else {
        this.#options.refused.note(session.userId, null)
        socket.end(CLOSE.MALFORMED, 'not a message for a room')
      }
    })
    ws.on('error', (error) => log.warn('collab.socket-error', { error: error.message }))
    // What it sent before it closed is still taken: a tab that is closed right after typing.
    ws.on('close', (code, reason) => {
      this.#open.delete(socket)
      openSockets.set(this.#open.size)
      client.handleClose({ code, reason: reason.toString() })
    })
  }

  #heartbeat(): void {
    let unsent = 0
    for (const socket of this.#open) {
      unsent += socket.ws.bufferedAmount
      socket.check()
      if (socket.ws.readyState === socket.ws.OPEN) socket.ws.send(PING)
    }
    unsentBytes.set(unsent)
    openRooms.set(this.#options.hocuspocus.documents.size)
  }

  /** The fallback for sessions that ended without anybody telling this process: expired, or revoked in the database. */
  async #checkSessions(): Promise<void> {
    try {
      const ids = [...new Set([...this.#open].map((socket) => socket.session.sessionId))]
      const live = await this.#options.liveSessions(ids)
      for (const id of ids) if (!live.has(id)) this.endSession(id)
    } catch (error) {
      log.error('collab.session-check-failed', error)
    }
  }
}

/**
 * Whether a message begins as clients may begin one: the name of a room (its length, then its bytes) and a type. Hocuspocus
 * keeps rooms by name in plain objects and trusts server-to-server messages, so nothing else is handed to it.
 */
function isForRoom(message: Uint8Array): boolean {
  const end = 1 + (message[0] ?? 0)
  if (end > MAX_ROOM_NAME || message.length <= end || message[end] === BROADCAST_STATELESS) return false
  const name = Buffer.from(message.buffer, message.byteOffset + 1, end - 1)
  return parseRoomName(name.toString('latin1')) !== null
}

function refuse(socket: Duplex, status: number): void {
  // Not only our half of it: somebody who keeps theirs open would keep the connection.
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}
