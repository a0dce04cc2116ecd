import type { NewRoomUpdate } from '#/db/queries/room-log.ts'
import { ackAgeSeconds, commitQueueLength, commitSeconds } from '#/server/metrics.ts'

/** Rows and bytes of one commit. */
const MAX_ROWS = 500
const MAX_BYTES = 1 << 20

export interface CommitQueueLimits {
  /** Updates that may wait. Twenty people's typing for a minute. */
  mostRows?: number
  /** Bytes that may wait, all together. */
  mostBytes?: number
  /** A commit that takes longer counts as failed for those who wait: they try again elsewhere or later. ms */
  lateAfterMs?: number
}
const LIMITS: Required<CommitQueueLimits> = { mostRows: 5000, mostBytes: 32 << 20, lateAfterMs: 10_000 }

/** Why an update was not handed to the database: it is certainly not in the log. */
export class NotCommitted extends Error {
  readonly reason: 'full' | 'away' | 'withdrawn'

  constructor(reason: 'full' | 'away' | 'withdrawn') {
    super(`not committed: ${reason}`)
    this.reason = reason
  }
}

interface Waiting {
  update: NewRoomUpdate
  /** `performance.now` when it came. */
  since: number
  isWithdrawn: (() => boolean) | undefined
  resolve(seq: number): void
  reject(error: unknown): void
}
/** A commit of somebody else's making that takes its turn. */
interface Turn {
  commit(): Promise<void>
  reject(error: unknown): void
}

/**
 * Group commit: updates that arrive while one commit is under way share the next. There is never more than one commit at
 * a time, so sequence numbers follow the order of `append` and `alone`.
 *
 * What waits is bounded. A database that does not answer lets nobody wait for longer than `lateAfterMs`, and until it has
 * answered everybody is turned away at once.
 */
export class CommitQueue {
  readonly #write: (updates: readonly NewRoomUpdate[]) => Promise<number[]>
  readonly #limits: Required<CommitQueueLimits>
  #waiting: (Waiting | Turn)[] = []
  #bytes = 0
  #running: Promise<void> | null = null
  #isAway = false

  /** @param write appends all updates in one commit, or none, and returns their sequence numbers in order */
  constructor(write: (updates: readonly NewRoomUpdate[]) => Promise<number[]>, limits: CommitQueueLimits = {}) {
    this.#write = write
    this.#limits = { ...LIMITS, ...limits }
  }

  /**
   * Resolves with the update's sequence number once it is committed.
   *
   * @param isWithdrawn asked when its commit begins: whether its sender has lost the right to it meanwhile
   * @throws NotCommitted when it never reached the database; otherwise what the database said, and then the update may or
   * may not be in the log, and must not be acknowledged
   */
  append(update: NewRoomUpdate, isWithdrawn?: () => boolean): Promise<number> {
    if (this.#isAway) return Promise.reject(new NotCommitted('away'))
    const { mostRows, mostBytes } = this.#limits
    const isFull = this.#waiting.length >= mostRows || (this.#bytes > 0 && this.#bytes + update.bytes.length > mostBytes)
    if (isFull) return Promise.reject(new NotCommitted('full'))
    this.#bytes += update.bytes.length
    return new Promise((resolve, reject) => {
      this.#enqueue({ update, since: performance.now(), isWithdrawn, resolve, reject })
    })
  }

  /** Runs a commit in its turn: after all updates that were appended before, with none at the same time. */
  alone<T>(commit: () => Promise<T>): Promise<T> {
    if (this.#isAway) return Promise.reject(new NotCommitted('away'))
    return new Promise((resolve, reject) => {
      this.#enqueue({ commit: () => commit().then(resolve, reject), reject })
    })
  }

  /** How many updates are not committed yet, the ones of the current commit left out. */
  get length(): number {
    return this.#waiting.length
  }

  /** Whether a commit is late that may still come about: what the log holds in the end is not known before the database answers. */
  get isAway(): boolean {
    return this.#isAway
  }

  /** Resolves when nothing is waiting or being committed. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  #enqueue(waiting: Waiting | Turn): void {
    this.#waiting.push(waiting)
    commitQueueLength.set(this.#waiting.length)
    this.#running ??= this.#run()
  }

  async #run(): Promise<void> {
    // What other sockets sent in the same turn of the event loop joins the first batch.
    await new Promise((resolve) => setImmediate(resolve))
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      if ('update' in next) await this.#watched(this.#takeBatch(), (batch) => this.#commit(batch))
      else {
        this.#waiting.shift()
        await this.#watched([], (next as Turn).commit)
      }
      commitQueueLength.set(this.#waiting.length)
    }
    this.#running = null
  }

  #takeBatch(): Waiting[] {
    const batch: Waiting[] = []
    let taken = 0
    let bytes = 0
    for (const waiting of this.#waiting) {
      if (!('update' in waiting)) break
      const size = waiting.update.bytes.length
      if (batch.length > 0 && (batch.length === MAX_ROWS || bytes + size > MAX_BYTES)) break
      taken++
      this.#bytes -= size
      if (waiting.isWithdrawn?.()) {
        waiting.reject(new NotCommitted('withdrawn'))
        continue
      }
      bytes += size
      batch.push(waiting)
    }
    this.#waiting.splice(0, taken)
    return batch
  }

  /** Waits for a commit to the end, also when it is late: another one beside it would break the order of the log. */
  async #watched(batch: Waiting[], commit: (batch: Waiting[]) => Promise<void>): Promise<void> {
    const late = setTimeout(() => {
      this.#isAway = true
      for (const waiting of batch) waiting.reject(new Error('The database did not commit in time'))
      for (const waiting of this.#waiting.splice(0)) waiting.reject(new NotCommitted('away'))
      this.#bytes = 0
    }, this.#limits.lateAfterMs)
    try {
      await commit(batch)
    } finally {
      clearTimeout(late)
      this.#isAway = false
    }
  }

  async #commit(batch: Waiting[]): Promise<void> {
    if (batch.length === 0) return
    const end = commitSeconds.startTimer()
    try {
      const seqs = await this.#write(batch.map((waiting) => waiting.update))
      end()
      const now = performance.now()
      batch.forEach((waiting, at) => {
        waiting.resolve(seqs[at] as number)
        ackAgeSeconds.observe((now - waiting.since) / 1000)
      })
    } catch (error) {
      // One update that the database refuses (its workspace was just deleted, say) must not take its neighbours down.
      if (batch.length > 1 && isRefusedRow(error)) for (const waiting of batch) await this.#commit([waiting])
      else for (const waiting of batch) waiting.reject(error)
    }
  }
}

/** Whether the database took issue with the data (SQLSTATE classes 22 and 23), as opposed to being out of reach. */
function isRefusedRow(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (/^2[23]/.test(String((at as { code?: unknown }).code ?? ''))) return true
  return false
}
