/** Allows so many of something at once, and then so many a second. */
export class TokenBucket {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #at: number

  constructor({ perSecond, burst }: { perSecond: number; burst: number }, now = performance.now()) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
    this.#at = now
  }

  /** Takes one. @returns how long until it is due, ms; 0 when it may be had at once */
  take(now = performance.now()): number {
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond) - 1
    this.#at = now
    return Math.max(0, (-this.#tokens / this.#perSecond) * 1000)
  }
}
