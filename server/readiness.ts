import { statfs } from 'node:fs/promises'
import { probeWriting } from '#/db/queries/probe.ts'
import { isDraining } from './draining.ts'
import { within } from './health.ts'
import { log } from './log.ts'
import { runtime } from './runtime.ts'

export interface Readiness {
  ready: boolean
  /** Why not, one word each: draining, database, disk. */
  reasons: string[]
}

const WRITE_WITHIN_MS = 2000
/** Share of the disk that must be free for the embedded database. */
const LEAST_FREE = 0.05
/** An answer holds so long: anybody may ask, and each probe is a commit. */
const HOLDS_MS = 1000

const KEY = Symbol.for('interline.readiness')
type Holder = typeof globalThis & { [KEY]?: { at: number; answer: Promise<Readiness> } }

/**
 * Whether people should be sent here: not on its way out, the database commits within 2 s, and its disk has room. The
 * schema is up to date from before the first request on: server.ts listens only after migrating.
 */
export function checkReadiness(now = performance.now()): Promise<Readiness> {
  const holder = globalThis as Holder
  if (isDraining()) return Promise.resolve({ ready: false, reasons: ['draining'] })
  if (!holder[KEY] || now - holder[KEY].at > HOLDS_MS) holder[KEY] = { at: now, answer: probe() }
  return holder[KEY].answer
}

async function probe(): Promise<Readiness> {
  const { database, dataDir } = runtime()
  const reasons: string[] = []
  await within(WRITE_WITHIN_MS, probeWriting(database.db)).catch((error) => {
    log.error('ready.database', error)
    reasons.push('database')
  })
  if (database.kind === 'embedded' && (await freeShare(dataDir)) < LEAST_FREE) {
    log.error('ready.disk', 'less than 5 % of the disk is free')
    reasons.push('disk')
  }
  return { ready: reasons.length === 0, reasons }
}

async function freeShare(folder: string): Promise<number> {
  const { bavail, blocks } = await statfs(folder)
  return blocks === 0 ? 1 : bavail / blocks
}
