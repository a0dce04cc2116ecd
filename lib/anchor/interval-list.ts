/** Something that holds for consecutive clocks of one client, from `start` (inclusive) to `end` (exclusive). */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** Intervals that may overlap, in order of their starts; asked for those that hold a clock. */
export class IntervalList<Of extends Interval> {
  #list: Of[] = []
  /** For each interval the farthest end of it and those before it: where to stop looking. */
  #reach: number[] = []

  add(interval: Of): void {
    const at = this.#after(interval.start)
    this.#list.splice(at, 0, interval)
    this.#reach.splice(at, 0, 0)
    this.#measure(at)
  }

  remove(interval: Of): void {
    const at = this.#list.indexOf(interval)
    if (at < 0) return
    this.#list.splice(at, 1)
    this.#reach.splice(at, 1)
    this.#measure(at)
  }

  /** The intervals that hold this clock, the one that begins last first. */
  holding(clock: number): Of[] {
    const found: Of[] = []
    for (let i = this.#after(clock) - 1; i >= 0 && this.#reach[i]! > clock; i--) {
      if (this.#list[i]!.end > clock) found.push(this.#list[i]!)
    }
    return found
  }

  /** The intervals that begin from one clock on, before another. */
  within(from: number, to: number): Of[] {
    return this.#list.slice(this.#after(from - 1), this.#after(to - 1))
  }

  /** Where the next interval after this clock begins. */
  nextStart(clock: number): number {
    return this.#list[this.#after(clock)]?.start ?? Number.POSITIVE_INFINITY
  }

  /** Brings the reach up to date after a change at `at`; what follows is as it was once one interval is. */
  #measure(at: number): void {
    for (let i = at; i < this.#list.length; i++) {
      const reach = Math.max(this.#reach[i - 1] ?? 0, this.#list[i]!.end)
      if (i > at && reach === this.#reach[i]) return
      this.#reach[i] = reach
    }
  }

  /** Number of the first interval that begins after a clock. */
  #after(clock: number): number {
    let low = 0
    let high = this.#list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#list[middle]!.start <= clock) low = middle + 1
      else high = middle
    }
    return low
  }
}
