import type { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { FromWorker, ToWorker, WorkerOptions } from './protocol.ts'

const RETRY_MS = 2000

/**
 * The database thread with its connections. A thread that ends, gives up or never answers is replaced: Postgres recovers
 * from its log as after a crash; connections wait for it. When it does not start (the disk is full, say) they fail at once,
 * and it is tried again and again.
 */
export class Host {
  readonly streams = new Map<number, Duplex>()
  /** Resolves when the first thread is ready; rejects when it fails. */
  readonly started: Promise<unknown>
  /** Why there is no database just now; null: there is, or will be in a moment. */
  down: string | null = null
  /** How many ask for maintenance to wait. */
  holds = 0
  /** How many works are under way whose queries may take as long as they need. */
  patience = 0
  readonly #options: WorkerOptions
  #worker: Worker
  #isStarted = false
  #isEnding = false
  #restarting: Promise<void> | null = null
  /** Messages the thread has not finished, and since when it has been busy (ms, `performance.now`). */
  #pending = 0
  #busySince = 0

  constructor(options: WorkerOptions) {
    this.#options = options
    this.#worker = this.#spawn(options)
    this.started = this.#next('ready').then(() => {
      this.#isStarted = true
    })
  }

  send(message: ToWorker) {
    if (this.down !== null) return
    if (this.#pending++ === 0) this.#busySince = performance.now()
    this.#worker.postMessage(message)
  }

  isStuck(afterMs: number): boolean {
    return this.patience === 0 && this.#restarting === null && this.#pending > 0 && performance.now() - this.#busySince > afterMs
  }

  /** The whole data directory as an uncompressed tar. */
  async dump(): Promise<Uint8Array<ArrayBuffer>> {
    const dumped = this.#next('dumped')
    this.send({ type: 'dump' })
    return (await dumped).data
  }

  /** Ends the thread and starts another on the same folder. */
  restart(why: string): Promise<void> {
    this.#restarting ??= this.#restart(why).finally(() => {
      this.#restarting = null
    })
    return this.#restarting
  }

  async end() {
    this.#isEnding = true
    if (this.down === null) {
      const stopped = this.#next('stopped')
      this.send({ type: 'stop' })
      await stopped.catch(() => {})
    }
    await this.#worker.terminate()
  }

  async #restart(why: string): Promise<void> {
    console.error(`The embedded database is restarted: ${why}. Committed work is kept.`)
    for (let told = ''; !this.#isEnding; ) {
      await this.#worker.terminate()
      for (const stream of this.streams.values()) stream.destroy(new Error('The embedded database was restarted'))
      this.streams.clear()
      this.#pending = 0
      this.#worker = this.#spawn({ ...this.#options, snapshot: undefined })
      try {
        await this.#next('ready')
        this.down = null
        return
      } catch (error) {
        const message = `The embedded database in ${this.#options.dataDir} does not start: ${(error as Error).message}. Is the disk full? It is tried again every ${RETRY_MS} ms.`
        if (message !== told) console.error(message)
        this.down = message
        told = message
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    }
  }

  #spawn(options: WorkerOptions): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: options, name: 'database' })
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'data')
        this.streams.get(message.id)?.push(Buffer.from(message.data.buffer, message.data.byteOffset, message.data.byteLength))
      else if (message.type === 'error') this.streams.get(message.id)?.destroy(new Error(message.message))
      else if (message.type === 'broken') this.#lost(worker, message.message)
      else if (message.type === 'idle') {
        this.#pending--
        this.#busySince = performance.now()
      }
    })
    worker.on('error', (error) => this.#lost(worker, error.message))
    worker.on('exit', () => this.#lost(worker, 'its thread ended'))
    return worker
  }

  #lost(worker: Worker, why: string): void {
    if (worker === this.#worker && this.#isStarted && !this.#isEnding) void this.restart(why)
  }

  /** Resolves with the next message of this type; rejects when the thread fails or ends first. */
  #next<T extends FromWorker['type']>(type: T): Promise<Extract<FromWorker, { type: T }>> {
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      const onMessage = (message: FromWorker) => {
        if (message.type !== type) return
        worker.off('message', onMessage)
        resolve(message as Extract<FromWorker, { type: T }>)
      }
      worker.on('message', onMessage)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('its thread ended')))
    })
  }
}
