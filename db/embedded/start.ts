import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { lockDirectory } from './lock.ts'
import type { FromWorker, ToWorker, WorkerOptions } from './protocol.ts'
import { PortStream } from './stream.ts'

const CHECKPOINT_EVERY_MS = 5 * 60_000
const VACUUM_EVERY_MS = 30 * 60_000

export interface EmbeddedOptions {
  /** Folder of the database; absent: in memory. */
  dataDir?: string
  snapshot?: Uint8Array<ArrayBuffer>
  /** A query that runs longer than this is ended with its thread; default 30,000 ms. */
  stuckAfterMs?: number
  /** Flush every commit to disk, so that acknowledged work survives a power loss; default true. */
  fsync?: boolean
}

export interface Embedded {
  /** A new connection for the `pg` driver. PGlite has one session: use one at a time. */
  stream(): Duplex
  /** The whole data directory as an uncompressed tar. */
  dump(): Promise<Uint8Array<ArrayBuffer>>
  /** No checkpoint and no vacuum by the timers here until the function that it returns is called. */
  holdMaintenance(): () => void
  stop(): Promise<void>
}

/** The database thread with its connections; replaces the thread when a query never ends. */
class Host {
  readonly streams = new Map<number, Duplex>()
  /** How many ask for maintenance to wait. */
  holds = 0
  readonly #options: WorkerOptions
  #worker: Worker
  /** Messages the thread has not finished, and since when it has been busy (ms, `performance.now`). */
  #pending = 0
  #busySince = 0

  constructor(options: WorkerOptions) {
    this.#options = options
    this.#worker = this.#spawn(options)
  }

  #spawn(options: WorkerOptions): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: options, name: 'database' })
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'data')
        this.streams.get(message.id)?.push(Buffer.from(message.data.buffer, message.data.byteOffset, message.data.byteLength))
      else if (message.type === 'error') this.streams.get(message.id)?.destroy(new Error(message.message))
      else if (message.type === 'idle') {
        this.#pending--
        this.#busySince = performance.now()
      }
    })
    return worker
  }

  send(message: ToWorker) {
    if (this.#pending++ === 0) this.#busySince = performance.now()
    this.#worker.postMessage(message)
  }

  /** Resolves with the next message of this type; rejects when the thread fails or ends first. */
  next<T extends FromWorker['type']>(type: T): Promise<Extract<FromWorker, { type: T }>> {
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      const onMessage = (message: FromWorker) => {
        if (message.type !== type) return
        worker.off('message', onMessage)
        worker.off('error', reject)
        resolve(message as Extract<FromWorker, { type: T }>)
      }
      worker.on('message', onMessage)
      worker.once('error', reject)
    })
  }

  isStuck(afterMs: number): boolean {
    return this.#pending > 0 && performance.now() - this.#busySince > afterMs
  }

  /** Ends the thread and starts another on the same folder: Postgres recovers from its log as after a crash. */
  async restart() {
    await this.#worker.terminate()
    this.#pending = 0
    for (const stream of this.streams.values()) stream.destroy(new Error('The embedded database was restarted'))
    this.streams.clear()
    this.#pending = 0
    this.#worker = this.#spawn({ ...this.#options, snapshot: undefined })
    await this.next('ready')
  }

  async end() {
    const stopped = this.next('stopped')
    this.send({ type: 'stop' })
    await stopped
    await this.#worker.terminate()
  }
}

/**
 * Starts the embedded Postgres (PGlite) in a thread of its own.
 *
 * @throws when the folder is in use by another process
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  let unlock = () => {}
  if (options.dataDir) {
    mkdirSync(dirname(options.dataDir), { recursive: true, mode: 0o700 })
    unlock = lockDirectory(options.dataDir)
    mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  }
  const host = new Host({ dataDir: options.dataDir, snapshot: options.snapshot, fsync: options.fsync ?? true })
  try {
    await host.next('ready')
  } catch (error) {
    unlock()
    throw error
  }
  const timers = options.dataDir ? maintain(host, options.stuckAfterMs ?? 30_000) : []
  return {
    stream: () => new PortStream(host),
    async dump() {
      const dumped = host.next('dumped')
      host.send({ type: 'dump' })
      return (await dumped).data
    },
    holdMaintenance() {
      host.holds++
      return () => {
        host.holds--
      }
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await host.end()
      unlock()
    },
  }
}

/** The timers that a Postgres server has and PGlite lacks: checkpoint, vacuum, and an end to queries that never end. */
function maintain(host: Host, stuckAfterMs: number): NodeJS.Timeout[] {
  let restarting = false
  const maintainNow = (task: 'checkpoint' | 'vacuum') => {
    if (host.holds === 0) host.send({ type: 'maintain', task })
  }
  const timers = [
    setInterval(() => maintainNow('checkpoint'), CHECKPOINT_EVERY_MS),
    setInterval(() => maintainNow('vacuum'), VACUUM_EVERY_MS),
    setInterval(async () => {
      if (restarting || !host.isStuck(stuckAfterMs)) return
      restarting = true
      console.error(`A query ran longer than ${stuckAfterMs} ms: the embedded database is restarted, committed work is kept.`)
      await host.restart().finally(() => {
        restarting = false
      })
    }, 1000),
  ]
  for (const timer of timers) timer.unref()
  return timers
}
