import { Duplex } from 'node:stream'
import type { ToWorker } from './protocol.ts'

/** What a `PortStream` needs of the thread behind it. */
export interface StreamHost {
  /** Streams by connection id. */
  streams: Map<number, Duplex>
  /** Why there is no database just now; null: there is. */
  down: string | null
  send(message: ToWorker): void
}

let lastId = 0

/** A socket look-alike for the `pg` driver: its bytes go to the database thread instead of the network. */
export class PortStream extends Duplex {
  readonly #id = ++lastId
  readonly #host: StreamHost

  constructor(host: StreamHost) {
    super()
    this.#host = host
  }

  connect(): this {
    const { down } = this.#host
    if (down !== null) {
      queueMicrotask(() => this.destroy(new Error(down)))
      return this
    }
    this.#host.streams.set(this.#id, this)
    this.#host.send({ type: 'open', id: this.#id })
    queueMicrotask(() => this.emit('connect'))
    return this
  }

  // `pg` calls these on its sockets; a message port has nothing to set.
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  override _read() {}

  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.#host.send({ type: 'data', id: this.#id, data: chunk })
    done()
  }

  /** The driver writes a query in four pieces at once: as one message they cost one turn of the thread, not four. */
  override _writev(chunks: { chunk: Buffer }[], done: () => void) {
    this.#host.send({ type: 'data', id: this.#id, data: Buffer.concat(chunks.map(({ chunk }) => chunk)) })
    done()
  }

  override _final(done: () => void) {
    this.#leave()
    this.push(null)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    this.#leave()
    done(error)
  }

  #leave() {
    if (this.#host.streams.delete(this.#id)) this.#host.send({ type: 'close', id: this.#id })
  }
}
