import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { CLOSE } from '#/lib/collab/close-code.ts'
import { collabAddress } from '#/lib/collab/protocol.ts'

/** A connection on which nothing arrives for so long is dead, ms. The server pings every 2.5 s. */
const SILENCE_MS = 6000
const CHECK_EVERY_MS = 500
/** A connection that does not come about in so long is given up, ms. */
const CONNECT_WITHIN_MS = 8000
/** After so many failures in a row we ask whether the person is still signed in. */
const FAILURES_BEFORE_ASKING = 2

export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'stopped'

/** Why nothing is saved any more, in a sentence, and what helps. */
export interface StopReason {
  reason: string
  remedy: 'sign-in' | 'reload'
}

const SIGNED_OUT: StopReason = { reason: 'You are signed out.', remedy: 'sign-in' }
const REFUSED: StopReason = { reason: 'The server takes no more changes from this window.', remedy: 'reload' }
const TOO_LARGE: StopReason = {
  reason: 'A change is too large to send. Copy your text and paste it in smaller parts.',
  remedy: 'reload',
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

/** The one socket of a tab. It reconnects by itself, soon at first and then less often, until the server says not to. */
export class Connection {
  readonly websocket: TabSocket
  status: ConnectionStatus = 'connecting'
  /** Why the connection was stopped for good; null while it was not. */
  stopped: StopReason | null = null
  readonly #options: ConnectionOptions
  readonly #onChange: () => void
  #attemptSince = Date.now()
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
      delay: 500,
      minDelay: 300,
      maxDelay: 8000,
      factor: 1.8,
      onStatus: ({ status }) => this.#onStatus(status),
      // Before the provider's own handler, which would reconnect.
      onClose: ({ event }) => this.#onClose(event.code),
    })
    this.#watchdog = setInterval(() => this.#watch(), CHECK_EVERY_MS)
    if (typeof window !== 'undefined') {
      window.addEventListener('offline', this.#onOffline)
      window.addEventListener('online', this.#onOnline)
    }
  }

  destroy(): void {
    clearInterval(this.#watchdog)
    if (typeof window !== 'undefined') {
      window.removeEventListener('offline', this.#onOffline)
      window.removeEventListener('online', this.#onOnline)
    }
    this.websocket.destroy()
  }

  #onStatus(status: WebSocketStatus): void {
    if (this.status === 'stopped') return
    if (status === WebSocketStatus.Connecting) this.#attemptSince = Date.now()
    if (status === WebSocketStatus.Connected) this.#failures = 0
    // While we try again, the last thing known is that the connection was lost.
    const next = status === WebSocketStatus.Connected ? 'open' : this.status === 'connecting' ? 'connecting' : 'lost'
    if (status === WebSocketStatus.Disconnected) this.#set('lost')
    else this.#set(next)
  }

  #onClose(code: number): void {
    if (code === CLOSE.SIGNED_OUT) this.#stop(SIGNED_OUT)
    else if (code === CLOSE.FORBIDDEN) this.#stop(REFUSED)
    else if (code === CLOSE.TOO_LARGE) this.#stop(TOO_LARGE)
    else if (++this.#failures >= FAILURES_BEFORE_ASKING) void this.#askSession()
  }

  async #askSession(): Promise<void> {
    const signedIn = await this.#options.isSignedIn?.().catch(() => true)
    if (signedIn === false) this.#stop(SIGNED_OUT)
  }

  #stop(reason: StopReason): void {
    this.stopped = reason
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
    const now = Date.now()
    if (websocket.status === WebSocketStatus.Connecting && now - this.#attemptSince > CONNECT_WITHIN_MS) websocket.webSocket?.close()
    const heard = websocket.lastMessageReceived
    if (websocket.status === WebSocketStatus.Connected && heard > 0 && now - heard > SILENCE_MS) this.#drop('nothing is heard')
  }

  /** Takes the connection for lost and starts over. */
  #drop(reason: string): void {
    this.websocket.drop(reason)
  }

  // "offline" may be wrong (a server on this machine needs no network), so we start over and see.
  readonly #onOffline = () => {
    if (this.status === 'open') this.#drop('the browser is offline')
  }

  readonly #onOnline = () => {
    if (this.status === 'lost') void this.websocket.connect()
  }
}
