/** Slots filled at most before the table grows. */
const FULLEST = 0.6

/**
 * Pairs of whole numbers from 0 up, each with a number above 0: a hash table in one typed array with open addressing, in
 * which a hundred thousand names take a few megabytes and no object each. Pairs are never taken out.
 */
export class PairMap {
  #slots = new Int32Array(3 * 1024)
  #count = 0

  /** The number of a pair; 0 when it has none. */
  get(a: number, b: number): number {
    return this.#slots[this.#find(a, b) + 2]!
  }

  set(a: number, b: number, value: number): void {
    const at = this.#find(a, b)
    if (this.#slots[at + 2] === 0) this.#count += 1
    this.#slots[at] = a
    this.#slots[at + 1] = b
    this.#slots[at + 2] = value
    if (this.#count * 3 > this.#slots.length * FULLEST) this.#grow()
  }

  /** The slot of a pair, or the free one where it would go. */
  #find(a: number, b: number): number {
    const slots = this.#slots
    const mask = slots.length / 3 - 1
    // Knuth's multiplicative hashing, both halves mixed.
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    while (slots[slot * 3 + 2] !== 0 && (slots[slot * 3] !== a || slots[slot * 3 + 1] !== b)) slot = (slot + 1) & mask
    return slot * 3
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] === 0) continue
      const to = this.#find(old[at]!, old[at + 1]!)
      this.#slots.set(old.subarray(at, at + 3), to)
    }
  }
}
