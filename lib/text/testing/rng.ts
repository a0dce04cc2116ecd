/** A repeatable source of chance for property tests (mulberry32). Print the seed when a test fails. */
export interface Rng {
  /** 0 inclusive to 1 exclusive. */
  next(): number
  /** Whole number from `low` to `high`, both inclusive. */
  int(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  /** True with this probability. */
  chance(probability: number): boolean
}

export function rng(seed: number): Rng {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return { next, int, pick: (list) => list[int(0, list.length - 1)]!, chance: (probability) => next() < probability }
}
