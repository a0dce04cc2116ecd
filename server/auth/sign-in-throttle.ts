/** Wrong passwords for one address after which the next try has to wait. */
const FREE_TRIES = 5
/** How long, counted from the last wrong password. */
const WAIT_MS = 30_000
/** Wrong passwords older than this are forgotten. */
const FORGET_MS = 15 * 60_000
/** Addresses remembered at most; the oldest go first. */
const MAX_ADDRESSES = 10_000

/**
 * Slows down guessing: after five wrong passwords for an address every further try waits 30 s. Tries made while waiting
 * are refused without looking at the password and do not prolong the wait, so that nobody can lock a colleague out for long.
 */
export class SignInThrottle {
  readonly #failures = new Map<string, { count: number; last: number }>()

  /** Whether a try for this address must be refused now (ms since 1970). */
  isWaiting(address: string, now = Date.now()): boolean {
    const failures = this.#failures.get(address)
    return failures !== undefined && failures.count >= FREE_TRIES && now - failures.last < WAIT_MS
  }

  /** The password was wrong, or there is no such account. */
  failed(address: string, now = Date.now()): void {
    const before = this.#failures.get(address)
    const count = before && now - before.last < FORGET_MS ? before.count + 1 : 1
    this.#failures.delete(address)
    this.#failures.set(address, { count, last: now })
    const [oldest] = this.#failures.keys()
    if (oldest !== undefined && this.#failures.size > MAX_ADDRESSES) this.#failures.delete(oldest)
  }

  succeeded(address: string): void {
    this.#failures.delete(address)
  }
}
