import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Duplex } from 'node:stream'
import { freeBytes, noSpace, SPACE_ENOUGH, SPACE_RESERVED, SPACE_TO_START } from './disk-space.ts'
import { Host } from './host.ts'
import { lockDirectory } from './lock.ts'
import { PortStream } from './stream.ts'

const CHECKPOINT_EVERY_MS = 5 * 60_000
const VACUUM_EVERY_MS = 30 * 60_000
const WATCH_EVERY_MS = 1000

export interface EmbeddedOptions {
  /** Folder of the database; absent: in memory. */
  dataDir?: string
  snapshot?: Uint8Array<ArrayBuffer>
  /** A query that runs longer than this is ended with its thread; default 30,000 ms. */
  stuckAfterMs?: number
  /** Milliseconds between checkpoints and between vacuums; default 5 and 30 minutes. */
  checkpointEveryMs?: number
  vacuumEveryMs?: number
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
  /** Does a work whose queries may run for longer than others: one that rewrites a large table would be ended at every start. */
  patiently<T>(work: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/**
 * Starts the embedded Postgres (PGlite) in a thread of its own.
 *
 * @throws when the folder is in use by another process, or there is no space for it; the message says so and what to do
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  let unlock = () => {}
  if (options.dataDir) {
    mkdirSync(dirname(options.dataDir), { recursive: true, mode: 0o700 })
    unlock = lockDirectory(options.dataDir)
    mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
    if ((await freeBytes(options.dataDir)) < SPACE_TO_START) {
      unlock()
      throw new Error(noSpace(options.dataDir))
    }
  }
  const host = new Host({ dataDir: options.dataDir, snapshot: options.snapshot, fsync: options.fsync ?? true })
  try {
    await host.started
  } catch (error) {
    unlock()
    throw error
  }
  const timers = options.dataDir ? maintain(host, options.dataDir, options) : []
  return {
    stream: () => new PortStream(host),
    dump: () => host.dump(),
    holdMaintenance() {
      host.holds++
      return () => {
        host.holds--
      }
    },
    async patiently(work) {
      host.patience++
      try {
        return await work()
      } finally {
        host.patience--
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
function maintain(host: Host, dataDir: string, options: EmbeddedOptions): NodeJS.Timeout[] {
  const { stuckAfterMs = 30_000, checkpointEveryMs = CHECKPOINT_EVERY_MS, vacuumEveryMs = VACUUM_EVERY_MS } = options
  const maintainNow = (task: 'checkpoint' | 'vacuum') => {
    if (host.holds === 0) host.send({ type: 'maintain', task })
  }
  const timers = [
    setInterval(() => maintainNow('checkpoint'), checkpointEveryMs),
    setInterval(() => maintainNow('vacuum'), vacuumEveryMs),
    setInterval(() => {
      if (host.isStuck(stuckAfterMs)) void host.restart(`a query ran longer than ${stuckAfterMs} ms`)
    }, WATCH_EVERY_MS),
    watchSpace(host, dataDir),
  ]
  for (const timer of timers) timer.unref()
  return timers
}

/** Before the disk is full nothing is written any more: Postgres gives up altogether when it cannot write its log. */
function watchSpace(host: Host, dataDir: string): NodeJS.Timeout {
  let isLow = false
  return setInterval(async () => {
    const free = await freeBytes(dataDir)
    const wasLow = isLow
    isLow = free < (wasLow ? SPACE_ENOUGH : SPACE_RESERVED)
    if (isLow && !wasLow) console.error(noSpace(dataDir))
    if (wasLow && !isLow) console.error(`There is space again for the database in ${dataDir}: changes are taken.`)
    // Said again each time: the thread may have been started anew, or be within a transaction just now.
    host.send({ type: 'writable', on: !isLow })
  }, WATCH_EVERY_MS)
}
