/** The letter of a block that is no list item. */
export const NO_ITEM = '-'

/** The letter of a list item in an outline: a to i for ordered items by depth, A to I for bullets. */
export function outlineLetter(list: string | undefined, indent: number): string {
  return String.fromCharCode((list === 'ordered' ? 97 : 65) + indent)
}

/**
 * The number of each block of an outline (one letter a block), 0 for what has none. A list ends with a block that is no
 * item; a deeper list does not end the one around it, a bullet at the same depth does.
 */
export function listNumbers(outline: string): number[] {
  let counts: number[] = []
  return [...outline].map((letter) => {
    if (letter === NO_ITEM) {
      counts = []
      return 0
    }
    const ordered = letter >= 'a'
    const depth = letter.charCodeAt(0) - (ordered ? 97 : 65)
    counts.length = Math.min(counts.length, depth + 1)
    counts[depth] = ordered ? (counts[depth] ?? 0) + 1 : 0
    return counts[depth]
  })
}
