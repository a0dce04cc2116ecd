import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { CLOSE } from '#/lib/collab/close-code.ts'
import { collabAddress } from '#/lib/collab/protocol.ts'

/*
 * All times are of the monotonic clock: what the person's computer takes for the time of day, and when it corrects it,
 * changes nothing here.
 */

/** A connection on which nothing arrives for so long is dead, ms. The server pings every 2.5 s. */
const SILENCE_MS = 6000
const CHECK_EVERY_MS = 500
/** A connection that does not come about in so long is given up and tried anew, ms: the network may be back by now. */
const CONNECT_WITHIN_MS = 3500
/** Every so many attempts one may take longer, ms, for networks that are that slow. */
const PATIENT_EVERY = 6
const CONNECT_PATIENTLY_WITHIN_MS = 15_000
/** Type of the message that closes a room. */
const CLOSE_MESSAGE = 7
const CLOSED_WITHIN_MS = 1000
/** After so many failures in a row, and then every so many, we ask whether the person is still signed in. */
const FAILURES_BEFORE_ASKING = 2
const ASK_EVERY_FAILURES = 8

export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'stopped'

/** Why the server lets this page do nothing more. */
export type StopCause = 'signed-out' | 'forbidden' | 'too-large' | 'outdated' | 'restored'

export interface Stop {
  cause: StopCause
  /** With `restored`: when the backup was made, ms since 1970; null: not known. */
  restoredFrom: number | null
}

const STOPS: Partial<Record<number, StopCause>> = {
  [CLOSE.SIGNED_OUT]: 'signed-out',
  [CLOSE.FORBIDDEN]: 'forbidden',
  [CLOSE.TOO_LARGE]: 'too-large',
  [CLOSE.OUTDATED]: 'outdated',
  [CLOSE.RESTORED]: 'restored',
}

export interface ConnectionOptions {
  /** ws: or wss: address of the collaboration endpoint, without parameters. */
  url: string
  /** Generation of the database that the page was made from. */
  generation: number
  /** WebSocket class to use where there is none, or not with the right headers. */
  WebSocketPolyfill?: unknown
  /** Whether the session is still good; asked when connections keep failing, because browsers hide why. */
  isSignedIn?: () => Promise<boolean>
}

/** The provider's socket, which can be told that it is dead. */
class TabSocket extends HocuspocusProviderWebsocket {
  /** As if the browser had said that the connection closed: tells the rooms and reconnects. */
  drop(reason: string): void {
    this.emit('close', { event: { code: 4408, reason } })
  }
}

/** The one socket of a tab. It reconnects by itself until the server says not to. */
export class Connection {
  readonly websocket: TabSocket
  status: ConnectionStatus = 'connecting'
  /** Why the connection was stopped for good; null while it was not. */
  stopped: Stop | null = null
  readonly #options: ConnectionOptions
  readonly #onChange: () => void
  #attemptSince = performance.now()
  #attempts = 0
  #heardAt = performance.now()
  #failures = 0
  readonly #watchdog: ReturnType<typeof setInterval>

  constructor(options: ConnectionOptions, onChange: () => void) {
    this.#options = options
    this.#onChange = onChange
    this.websocket = new TabSocket({
      url: collabAddress(options.url, options.generation),
      ...(options.WebSocketPolyfill ? { WebSocketPolyfill: options.WebSocketPolyfill } : {}),
      // The provider's own watch asks a dead socket to close, twice, and does not tell the rooms: ours does the work.
      messageReconnectTimeout: 2 ** 31 - 1,
      delay: 400,
      minDelay: 200,
      maxDelay: 1000,
      factor: 1.5,
      jitter: true,
      onStatus: ({ status }) => this.#onStatus(status),
      // Before the provider's own handler, which would reconnect.
      onClose: ({ event }) => this.#onClose(event.code, event.reason),
      onMessage: () => this.#hear(),
    })
    this.#watchdog = setInterval(() => this.#watch(), CHECK_EVERY_MS)
    if (typeof window !== 'undefined') {
      window.addEventListener('offline', this.#onOffline)
      window.addEventListener('online', this.#onWake)
      document.addEventListener('visibilitychange', this.#onWake)
      document.addEventListener('resume', this.#onWake)
    }
  }

  destroy(): void {
    clearInterval(this.#watchdog)
    if (typeof window !== 'undefined') {
      window.removeEventListener('offline', this.#onOffline)
      window.removeEventListener('online', this.#onWake)
      document.removeEventListener('visibilitychange', this.#onWake)
      document.removeEventListener('resume', this.#onWake)
    }
    this.websocket.destroy()
  }

  /**
   * Resolves when the server has let go of a room that is being closed here, at the latest after a second. Opened again
   * before that, the room would be closed with what closes the old one.
   */
  closed(room: string): Promise<void> {
    if (this.status !== 'open') return Promise.resolve()
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        this.websocket.off('message', onMessage)
        this.websocket.off('close', end)
        resolve()
      }
      const onMessage = ({ data }: MessageEvent) => isCloseOf(room, new Uint8Array(data as ArrayBuffer)) && end()
      const timer = setTimeout(end, CLOSED_WITHIN_MS)
      this.websocket.on('message', onMessage)
      this.websocket.on('close', end)
    })
  }

  /** Something arrived. Only that makes a connection: one that opens and stays silent is none. */
  #hear(): void {
    this.#heardAt = performance.now()
    if (this.status === 'open' || this.status === 'stopped') return
    this.#attempts = 0
    this.#failures = 0
    this.#set('open')
  }

  #onStatus(status: WebSocketStatus): void {
    if (this.status === 'stopped') return
    if (status === WebSocketStatus.Connecting) {
      this.#attempts++
      this.#attemptSince = performance.now()
    }
    // While we try again, the last thing known is that the connection was lost.
    if (status === WebSocketStatus.Disconnected) this.#set('lost')
  }

  #onClose(code: number, reason: string): void {
    const cause = STOPS[code]
    if (cause) {
      const restoredFrom = cause === 'restored' ? Date.parse(reason) : Number.NaN
      this.#stop({ cause, restoredFrom: Number.isNaN(restoredFrom) ? null : restoredFrom })
      return
    }
    const past = ++this.#failures - FAILURES_BEFORE_ASKING
    if (past >= 0 && past % ASK_EVERY_FAILURES === 0) void this.#askSession()
  }

  async #askSession(): Promise<void> {
    const signedIn = await this.#options.isSignedIn?.().catch(() => true)
    if (signedIn === false && this.status !== 'open') this.#stop({ cause: 'signed-out', restoredFrom: null })
  }

  #stop(stop: Stop): void {
    this.stopped = stop
    this.#set('stopped')
    this.websocket.disconnect()
  }

  #set(status: ConnectionStatus): void {
    if (this.status === status) return
    this.status = status
    this.#onChange()
  }

  #watch(): void {
    const { websocket } = this
    const now = performance.now()
    const patience = this.#attempts % PATIENT_EVERY === 0 ? CONNECT_PATIENTLY_WITHIN_MS : CONNECT_WITHIN_MS
    const isLate = this.status === 'open' ? now - this.#heardAt > SILENCE_MS : now - this.#attemptSince > patience
    if (!isLate) return
    if (websocket.status === WebSocketStatus.Connecting) websocket.webSocket?.close()
    else if (websocket.status === WebSocketStatus.Connected) websocket.drop('nothing is heard')
  }

  // "offline" may be wrong (a server on this machine needs no network), so we start over and see.
  readonly #onOffline = () => {
    if (this.status === 'open') this.websocket.drop('the browser is offline')
  }

  /** The network or the page is back: the next attempt is due now. */
  readonly #onWake = () => {
    if (this.status === 'lost' && document.visibilityState === 'visible') void this.websocket.connect()
  }
}

/** Whether a frame says that the server closed this room: its name, then the type. */
function isCloseOf(room: string, frame: Uint8Array): boolean {
  if (frame.length < 2) return false
  const decoder = createDecoder(frame)
  return readVarString(decoder) === room && readVarUint(decoder) === CLOSE_MESSAGE
}
