import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { CLOSE } from '#/lib/collab/close-code.ts'

/** A connection on which nothing arrives for so long is dead, ms. The server pings every 3 s; closing takes up to 3 s more. */
const SILENCE_MS = 6500
/** A connection that does not come about in so long is given up, ms. */
const CONNECT_WITHIN_MS = 8000
/** After so many failures in a row we ask whether the person is still signed in. */
const FAILURES_BEFORE_ASKING = 2

export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'stopped'

export interface ConnectionOptions {
  /** ws: or wss: address of the collaboration endpoint. */
  url: string
  /** WebSocket class to use where there is none, or not with the right headers. */
  WebSocketPolyfill?: unknown
  /** Whether the session is still good; asked when connections keep failing, because browsers hide why. */
  isSignedIn?: () => Promise<boolean>
}

/** The one socket of a tab. It reconnects by itself, soon at first and then less often, until the server says not to. */
export class Connection {
  readonly websocket: HocuspocusProviderWebsocket
  status: ConnectionStatus = 'connecting'
  /** Why the connection was stopped for good: a sentence for the person. */
  stopReason = ''
  readonly #options: ConnectionOptions
  readonly #onChange: () => void
  #attemptSince = Date.now()
  #failures = 0
  readonly #watchdog: ReturnType<typeof setInterval>

  constructor(options: ConnectionOptions, onChange: () => void) {
    this.#options = options
    this.#onChange = onChange
    this.websocket = new HocuspocusProviderWebsocket({
      url: options.url,
      ...(options.WebSocketPolyfill ? { WebSocketPolyfill: options.WebSocketPolyfill } : {}),
      messageReconnectTimeout: SILENCE_MS,
      delay: 500,
      minDelay: 300,
      maxDelay: 8000,
      factor: 1.8,
      onStatus: ({ status }) => this.#onStatus(status),
      // Before the provider's own handler, which would reconnect.
      onClose: ({ event }) => this.#onClose(event.code),
    })
    this.#watchdog = setInterval(() => this.#giveUpHanging(), 1000)
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
    if (code === CLOSE.SIGNED_OUT) this.#stop('You are signed out. Sign in again to go on.')
    else if (code === CLOSE.FORBIDDEN) this.#stop('The server does not take changes from this window any more. Reload the page.')
    else if (code === CLOSE.TOO_LARGE) this.#stop('A change is too large to send. Copy your text, reload and paste it in smaller parts.')
    else if (++this.#failures >= FAILURES_BEFORE_ASKING) void this.#askSession()
  }

  async #askSession(): Promise<void> {
    const signedIn = await this.#options.isSignedIn?.().catch(() => true)
    if (signedIn === false) this.#stop('You are signed out. Sign in again to go on.')
  }

  #stop(reason: string): void {
    this.stopReason = reason
    this.#set('stopped')
    this.websocket.disconnect()
  }

  #set(status: ConnectionStatus): void {
    if (this.status === status) return
    this.status = status
    this.#onChange()
  }

  #giveUpHanging(): void {
    const { websocket } = this
    if (websocket.status === WebSocketStatus.Connecting && Date.now() - this.#attemptSince > CONNECT_WITHIN_MS) websocket.webSocket?.close()
  }

  // "offline" may be wrong (a server on this machine needs no network), so we only start over and see.
  readonly #onOffline = () => {
    if (this.status === 'open') this.websocket.onClose({ event: { code: 1006, reason: 'offline' } as CloseEvent })
  }

  readonly #onOnline = () => {
    if (this.status === 'lost') void this.websocket.connect()
  }
}
