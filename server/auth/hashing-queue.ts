/** Thrown when so many people sign in at once that one more would only make everybody wait. */
export class TooBusy extends Error {}

/**
 * Lets `atOnce` pieces of costly work run and keeps `waiting` more in order; what comes on top of that is refused at once.
 * Every hash takes 19 MiB and a thread: without a bound, a flood of sign-ins takes the machine.
 */
export class HashingQueue {
  readonly #atOnce: number
  readonly #waiting: number
  #running = 0
  readonly #queue: (() => void)[] = []

  constructor(bounds: { atOnce: number; waiting: number }) {
    this.#atOnce = bounds.atOnce
    this.#waiting = bounds.waiting
  }

  /** @throws TooBusy without having started */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#atOnce) {
      if (this.#queue.length >= this.#waiting) throw new TooBusy('Too many passwords are being checked')
      await new Promise<void>((resolve) => this.#queue.push(resolve))
    } else this.#running++
    try {
      return await work()
    } finally {
      // The place goes to the next in line, or is given back.
      const next = this.#queue.shift()
      if (next) next()
      else this.#running--
    }
  }
}
