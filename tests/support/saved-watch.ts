import type pg from 'pg'
import * as Y from 'yjs'
import type { CollabClient } from '#/components/collab/client.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'

/** How long a tab said "Saved" while something typed in it was not in the log. */
export interface SavedReport {
  typed: number
  /** Milliseconds of false "Saved", all together. */
  falseSavedMs: number
  /** Stretches of "Saved". */
  claims: number
}

/**
 * Compares what a tab says with what is in the log, by the millisecond: every change of the tab's status is noted as it
 * happens, and the log is read over and over, so that a commit is noted a few ms late at most. An acknowledgement takes a
 * way through the network, so a tab that tells the truth is later than that.
 */
export class SavedWatch {
  readonly #tab: CollabClient
  readonly #text: Y.Text
  readonly #pool: pg.Pool
  readonly #room: string
  readonly #log = new Y.Doc()
  /** When each word was typed and when it was seen in the log, ms. */
  readonly #words: { typedAt: number; loggedAt: number | null }[] = []
  readonly #claims: { from: number; to: number }[] = []
  #claimFrom: number | null = null
  #seq = 0
  readonly #unsubscribe: () => void
  readonly #reading: Promise<void>
  #isOver = false

  constructor(tab: CollabClient, text: Y.Text, pool: pg.Pool, room: string) {
    this.#tab = tab
    this.#text = text
    this.#pool = pool
    this.#room = room
    this.#unsubscribe = tab.subscribe(() => this.#note())
    this.#note()
    this.#reading = this.#read()
  }

  /** Types one word that occurs nowhere else. */
  type(): void {
    this.#text.insert(this.#text.length, ` w${this.#words.length + 1}.`)
    this.#words.push({ typedAt: performance.now(), loggedAt: null })
    // Also when nobody was told.
    this.#note()
  }

  get isLogged(): boolean {
    return this.#words.every(({ loggedAt }) => loggedAt !== null)
  }

  async end(): Promise<SavedReport> {
    this.#isOver = true
    await this.#reading
    this.#unsubscribe()
    this.#close()
    const falseSavedMs = this.#claims.reduce((sum, claim) => sum + this.#falseWithin(claim), 0)
    return { typed: this.#words.length, falseSavedMs: Math.round(falseSavedMs), claims: this.#claims.length }
  }

  #note(): void {
    if (this.#tab.status.state === 'saved') this.#claimFrom ??= performance.now()
    else this.#close()
  }

  #close(): void {
    if (this.#claimFrom !== null) this.#claims.push({ from: this.#claimFrom, to: performance.now() })
    this.#claimFrom = null
  }

  /** The part of a claim in which some word was typed and not logged: from the first such moment to the last. */
  #falseWithin({ from, to }: { from: number; to: number }): number {
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const { typedAt, loggedAt } of this.#words) {
      const [start, end] = [Math.max(from, typedAt), Math.min(to, loggedAt ?? to)]
      if (start >= end) continue
      first = Math.min(first, start)
      last = Math.max(last, end)
    }
    return Math.max(0, last - first)
  }

  async #read(): Promise<void> {
    while (!this.#isOver) {
      const sql = 'select seq, bytes from room_updates where room = $1 and seq > $2 order by seq'
      const { rows } = await this.#pool.query<{ seq: string; bytes: Buffer }>(sql, [this.#room, this.#seq])
      const now = performance.now()
      for (const { seq, bytes } of rows) {
        this.#seq = Number(seq)
        Y.applyUpdate(this.#log, new Uint8Array(bytes))
      }
      if (rows.length > 0) this.#seen(now)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }

  #seen(now: number): void {
    const logged = new Set(
      Array.from(
        this.#log
          .getText(TEXT_NAME)
          .toString()
          .matchAll(/ w(\d+)\./g),
        ([, n]) => Number(n),
      ),
    )
    for (const [at, word] of this.#words.entries()) if (word.loggedAt === null && logged.has(at + 1)) word.loggedAt = now
  }
}
