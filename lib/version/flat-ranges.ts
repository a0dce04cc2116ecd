interface Placed {
  run: readonly [client: number, clock: number, length: number]
  flat: number | null
}

/** Stretches of a flat text, to be asked what lies between them. */
export class FlatRanges {
  readonly #ranges: { from: number; to: number }[]

  constructor(placed: Iterable<Placed>) {
    this.#ranges = [...placed]
      .flatMap(({ run, flat }) => (flat === null ? [] : [{ from: flat, to: flat + run[2] }]))
      .sort((a, b) => a.from - b.from)
  }

  /** What of a stretch lies in none of them, in order. */
  gaps(from: number, to: number): { from: number; to: number }[] {
    const gaps: { from: number; to: number }[] = []
    let at = from
    for (let i = this.#firstEndingAfter(from); i < this.#ranges.length && at < to; i++) {
      const range = this.#ranges[i]!
      if (range.from >= to) break
      if (range.from > at) gaps.push({ from: at, to: range.from })
      at = Math.max(at, range.to)
    }
    if (at < to) gaps.push({ from: at, to })
    return gaps
  }

  /** Of ranges that do not overlap; of ones that do, the first one or one before it. */
  #firstEndingAfter(offset: number): number {
    let low = 0
    let high = this.#ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#ranges[middle]!.from <= offset) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }
}
