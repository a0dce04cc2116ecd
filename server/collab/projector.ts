import { log } from '#/server/log.ts'
import type { ProjectionResult } from './projection-writer.ts'

/** Quiet time after a change before it is projected, ms. */
const QUIET_MS = 250
/** While changes keep coming, the projection is at most this old, ms, unless it costs a lot. */
const LATEST_MS = 2000
/** Pause after a projection, as a multiple of what it took: one key in a document with 10,000 passages moves them all. */
const COST_FACTOR = 10
const RETRY_MS = 5000

interface Entry {
  timer: NodeJS.Timeout | null
  /** When the oldest change that is not projected was made, ms (`performance.now`). */
  since: number
  costMs: number
}

/** Decides when documents are projected: soon after a change, one at a time, and never so often that it gets in the way. */
export class Projector {
  readonly #project: (documentId: string) => Promise<ProjectionResult | null>
  readonly #onProjected: (documentId: string, result: ProjectionResult) => void
  readonly #entries = new Map<string, Entry>()
  #chain: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(
    project: (documentId: string) => Promise<ProjectionResult | null>,
    onProjected: (documentId: string, result: ProjectionResult) => void,
  ) {
    this.#project = project
    this.#onProjected = onProjected
  }

  /** Something in the document's text or layers changed. */
  touch(documentId: string): void {
    if (this.#stopped) return
    const now = performance.now()
    const entry = this.#entries.get(documentId) ?? { timer: null, since: now, costMs: 0 }
    if (!entry.timer) entry.since = now
    this.#entries.set(documentId, entry)
    const quiet = Math.max(QUIET_MS, entry.costMs * COST_FACTOR)
    const latest = Math.max(LATEST_MS, entry.costMs * COST_FACTOR) - (now - entry.since)
    this.#schedule(documentId, entry, Math.max(0, Math.min(quiet, latest)))
  }

  /** Projects these documents one after the other. */
  catchUp(documentIds: readonly string[]): Promise<void> {
    for (const documentId of documentIds) this.#enqueue(documentId)
    return this.#chain
  }

  /** Projects at once what waits; resolves when it is done, failures included. */
  async flush(): Promise<void> {
    for (const [documentId, entry] of this.#entries) {
      if (!entry.timer) continue
      clearTimeout(entry.timer)
      entry.timer = null
      this.#enqueue(documentId)
    }
    await this.#chain
  }

  /** Projects at once what is due, and takes nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.flush()
  }

  #schedule(documentId: string, entry: Entry, delay: number): void {
    if (entry.timer) clearTimeout(entry.timer)
    entry.timer = setTimeout(() => {
      entry.timer = null
      this.#enqueue(documentId)
    }, delay)
    entry.timer.unref()
  }

  #enqueue(documentId: string): void {
    this.#chain = this.#chain.then(() => this.#run(documentId))
  }

  async #run(documentId: string): Promise<void> {
    const started = performance.now()
    try {
      const result = await this.#project(documentId)
      if (result && result.changes > 0) this.#onProjected(documentId, result)
    } catch (error) {
      log.error('projection.failed', error, { document: documentId })
      const entry = this.#entries.get(documentId) ?? { timer: null, since: started, costMs: 0 }
      this.#entries.set(documentId, entry)
      if (!this.#stopped && !entry.timer) this.#schedule(documentId, entry, RETRY_MS)
      return
    }
    const entry = this.#entries.get(documentId)
    if (!entry) return
    entry.costMs = performance.now() - started
    // Of most documents there is nothing to remember, and a server runs for months.
    if (!entry.timer && entry.costMs * COST_FACTOR <= QUIET_MS) this.#entries.delete(documentId)
  }
}
