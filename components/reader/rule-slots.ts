/** How many rules can be stacked under a line of text. */
export const SLOTS = 3
/** The slot of a rule for which no room was left on some stretch: only counted, in a badge. */
export const NO_SLOT = 255

/** A passage that wants rules under its words. Offsets or positions of any one kind, end exclusive. */
export interface RuledPassage {
  from: number
  to: number
  /** How many rules: one, or two for a statement with two themes. */
  rules: number
}

/**
 * The slot of every rule by interval colouring in document order: the first slot that is free where the passage
 * begins. Rules that overlap never share a slot, and a rule keeps its slot over its whole length.
 * @param passages sorted by `from`
 * @returns one list of slots (0, 1, 2 or {@link NO_SLOT}) per passage, in the same order
 */
export function assignSlots(passages: readonly RuledPassage[]): number[][] {
  const freeFrom = new Array<number>(SLOTS).fill(Number.NEGATIVE_INFINITY)
  return passages.map(({ from, to, rules }) => {
    const taken: number[] = []
    for (let rule = 0; rule < rules; rule++) {
      const slot = freeFrom.findIndex((end, candidate) => end <= from && !taken.includes(candidate))
      taken.push(slot === -1 ? NO_SLOT : slot)
      if (slot !== -1) freeFrom[slot] = to
    }
    return taken
  })
}
