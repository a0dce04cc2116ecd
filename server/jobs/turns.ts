export interface TurnLimits {
  /** Turns taken at the same time, by everybody. */
  atOnce: number
  /** The same by one person: below `atOnce`, there is always one left for somebody else. */
  perPerson: number
  /** Who waits, everybody together, and one person's. */
  waiting: number
  waitingPerPerson: number
}

interface Waiting {
  by: string
  begin(): void
}

/**
 * Shares something scarce among people: whoever has the fewest turns comes first, then who has waited longest, and nobody
 * can take all of it or fill the queue for the others.
 */
export class Turns {
  readonly #limits: TurnLimits
  readonly #running = new Map<string, number>()
  #waiting: Waiting[] = []
  #taken = 0

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  /** Waits for a turn; the answer ends it. Null at once: too many wait already, everybody's or this person's. */
  take(by: string): Promise<() => void> | null {
    if (this.#mayBegin(by)) return Promise.resolve(this.#begin(by))
    const { waiting, waitingPerPerson } = this.#limits
    const own = this.#waiting.filter((other) => other.by === by).length
    if (this.#waiting.length >= waiting || own >= waitingPerPerson) return null
    return new Promise((resolve) => this.#waiting.push({ by, begin: () => resolve(this.#begin(by)) }))
  }

  #mayBegin(by: string): boolean {
    return this.#taken < this.#limits.atOnce && this.#of(by) < this.#limits.perPerson
  }

  #of(by: string): number {
    return this.#running.get(by) ?? 0
  }

  #begin(by: string): () => void {
    this.#taken++
    this.#running.set(by, this.#of(by) + 1)
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      this.#taken--
      if (this.#of(by) > 1) this.#running.set(by, this.#of(by) - 1)
      else this.#running.delete(by)
      this.#next()
    }
  }

  #next(): void {
    const ready = this.#waiting.filter(({ by }) => this.#mayBegin(by))
    const [first] = ready.toSorted((a, b) => this.#of(a.by) - this.#of(b.by))
    if (!first) return
    this.#waiting = this.#waiting.filter((other) => other !== first)
    first.begin()
  }
}
