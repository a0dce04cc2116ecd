import type { Typed } from '#/lib/anchor/alias-entry.ts'

interface Note {
  clock: number
  typed: Partial<Typed>
}

/** What is noted of characters of one client, by clock. */
export class TypedList {
  #notes: Note[] = []

  add(clock: number, typed: Partial<Typed>): void {
    const at = this.#after(clock)
    const known = this.#notes[at - 1]
    if (known?.clock === clock) known.typed = { ...known.typed, ...typed }
    else this.#notes.splice(at, 0, { clock, typed })
  }

  /** The last note at or before a clock. */
  upTo(clock: number): Note | undefined {
    return this.#notes[this.#after(clock) - 1]
  }

  #after(clock: number): number {
    let low = 0
    let high = this.#notes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#notes[middle]!.clock <= clock) low = middle + 1
      else high = middle
    }
    return low
  }
}
