import { fold } from '#/lib/excerpt/fold.ts'

/** Words of one shingle. */
const WIDTH = 3

/** Letters and digits that belong together; where words are not parted by spaces, each character is one. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu

/** The words of a passage as they are compared: folded (see `fold`), without punctuation. */
export function wordsOf(passage: string): string[] {
  return fold(passage).match(WORDS) ?? []
}

/**
 * The w-shingling of a passage: every run of three of its words, as a set (Andrei Z. Broder, "On the resemblance and containment of
 * documents", Compression and Complexity of Sequences 1997). Empty for a passage of fewer words.
 */
export function shinglesOf(passage: string): ReadonlySet<string> {
  const words = wordsOf(passage)
  const shingles = new Set<string>()
  for (let at = 0; at + WIDTH <= words.length; at++) shingles.add(words.slice(at, at + WIDTH).join(' '))
  return shingles
}

/** How many shingles two passages share. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let count = 0
  for (const shingle of few) if (many.has(shingle)) count += 1
  return count
}
