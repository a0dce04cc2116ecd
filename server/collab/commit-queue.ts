import type { NewRoomUpdate } from '#/db/queries/room-log.ts'

const MAX_ROWS = 500
const MAX_BYTES = 1 << 20

interface Waiting {
  update: NewRoomUpdate
  resolve(seq: number): void
  reject(error: unknown): void
}
/** A commit of somebody else's making that takes its turn. */
type Turn = () => Promise<void>

/**
 * Group commit: updates that arrive while one commit is under way share the next. There is never more than one commit at
 * a time, so sequence numbers follow the order of `append` and `alone`.
 */
export class CommitQueue {
  readonly #write: (updates: readonly NewRoomUpdate[]) => Promise<number[]>
  #waiting: (Waiting | Turn)[] = []
  #running: Promise<void> | null = null

  /** @param write appends all updates in one commit, or none, and returns their sequence numbers in order */
  constructor(write: (updates: readonly NewRoomUpdate[]) => Promise<number[]>) {
    this.#write = write
  }

  /**
   * Resolves with the update's sequence number once it is committed.
   *
   * @throws what the database said; then the update may or may not be in the log, and must not be acknowledged
   */
  append(update: NewRoomUpdate): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#enqueue({ update, resolve, reject })
    })
  }

  /** Runs a commit in its turn: after all updates that were appended before, with none at the same time. */
  alone<T>(commit: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#enqueue(() => commit().then(resolve, reject))
    })
  }

  /** How many updates are not committed yet, the ones of the current commit left out. */
  get length(): number {
    return this.#waiting.length
  }

  /** Resolves when nothing is waiting or being committed. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  #enqueue(waiting: Waiting | Turn): void {
    this.#waiting.push(waiting)
    this.#running ??= this.#run()
  }

  async #run(): Promise<void> {
    // What other sockets sent in the same turn of the event loop joins the first batch.
    await new Promise((resolve) => setImmediate(resolve))
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      if (typeof next !== 'function') await this.#commit(this.#takeBatch())
      else {
        this.#waiting.shift()
        await next()
      }
    }
    this.#running = null
  }

  #takeBatch(): Waiting[] {
    const batch: Waiting[] = []
    let bytes = 0
    for (const waiting of this.#waiting) {
      if (typeof waiting === 'function') break
      bytes += waiting.update.bytes.length
      if (batch.length > 0 && (batch.length === MAX_ROWS || bytes > MAX_BYTES)) break
      batch.push(waiting)
    }
    this.#waiting.splice(0, batch.length)
    return batch
  }

  async #commit(batch: Waiting[]): Promise<void> {
    try {
      const seqs = await this.#write(batch.map((waiting) => waiting.update))
      batch.forEach((waiting, at) => {
        waiting.resolve(seqs[at] as number)
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
