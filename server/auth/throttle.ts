export interface ThrottleRule {
  /** So many tries may fail ... */
  tries: number
  /** ... within so long, ms. */
  perMs: number
}

/** Keys remembered at most; the ones that failed longest ago go first. */
const MAX_KEYS = 10_000

/**
 * Slows down guessing: a sliding window of tries for each key. Who has used them up waits until the oldest of them is as
 * old as the window. A try is counted BEFORE its answer is looked at, so that a hundred at the same moment do not all slip
 * through, and given back when the answer was right. Tries refused while waiting are not counted: nobody can make somebody
 * else's wait longer. Kept in memory: it is about minutes.
 */
export class Throttle {
  readonly #rule: ThrottleRule
  /** Times of the latest tries of a key, oldest first, ms since 1970. */
  readonly #tries = new Map<string, number[]>()

  constructor(rule: ThrottleRule) {
    this.#rule = rule
  }

  /** How long a try for this key has to wait, ms; 0 when it may be made now. */
  waitMs(key: string, now = Date.now()): number {
    const tries = this.#recent(key, now)
    if (tries.length < this.#rule.tries) return 0
    return (tries.at(-this.#rule.tries) ?? now) + this.#rule.perMs - now
  }

  /** Counts a try for this key. */
  spend(key: string, now = Date.now()): void {
    const tries = [...this.#recent(key, now), now].slice(-this.#rule.tries)
    this.#tries.delete(key)
    this.#tries.set(key, tries)
    const [oldest] = this.#tries.keys()
    if (oldest !== undefined && this.#tries.size > MAX_KEYS) this.#tries.delete(oldest)
  }

  /** The latest try for this key was right after all, or was never looked at. */
  refund(key: string): void {
    const tries = this.#tries.get(key)?.slice(0, -1) ?? []
    if (tries.length) this.#tries.set(key, tries)
    else this.#tries.delete(key)
  }

  /** The right answer was given by somebody who owns this key: the slate is clean. */
  clear(key: string): void {
    this.#tries.delete(key)
  }

  #recent(key: string, now: number): number[] {
    return (this.#tries.get(key) ?? []).filter((at) => now - at < this.#rule.perMs)
  }
}
