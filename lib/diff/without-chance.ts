import type { Hunk } from '#/lib/diff/diff-sequences.ts'

/**
 * Joins hunks over equal stretches that are short and have at least as much changed on either side (as "semantic cleanup" in
 * Google's diff-match-patch): two sentences that share "of the" are not the same sentence, and a passage on those words must
 * not stay behind on them. `lengthA(from, to)`: UTF-16 length of items of `a`; likewise `b`.
 *
 * @param most UTF-16 units an equal stretch may have and still be there by chance
 */
export function withoutChance(
  hunks: readonly Hunk[],
  lengthA: (from: number, to: number) => number,
  lengthB: (from: number, to: number) => number,
  most: number,
): Hunk[] {
  const weight = (hunk: Hunk) => Math.max(lengthA(hunk.aFrom, hunk.aTo), lengthB(hunk.bFrom, hunk.bTo))
  const kept: Hunk[] = []
  for (const hunk of hunks) {
    let open = { ...hunk }
    for (let last = kept.at(-1); last; last = kept.at(-1)) {
      const equal = lengthA(last.aTo, open.aFrom)
      if (equal > most || equal > weight(last) || equal > weight(open)) break
      open = { aFrom: last.aFrom, aTo: open.aTo, bFrom: last.bFrom, bTo: open.bTo }
      kept.pop()
    }
    kept.push(open)
  }
  return kept
}
