import { shared, shinglesOf } from './shingles.ts'

/**
 * Passages with fewer shingles are not compared: few words are alike by chance, or because there is one way to say it.
 * Seven words have five.
 */
const FEWEST_SHINGLES = 5
/**
 * Share of the shorter passage's shingles that the longer one must have: Broder's containment, because one outlet tags or prints
 * less of the same text. One word of twenty changed leaves 0.83, two leave 0.67.
 */
const CONTAINED = 0.6

/** Whether one passage reads like a copy of the other, or of a part of it: other case, accents and punctuation, some words changed. */
export function areCopies(a: string, b: string): boolean {
  return areAlike(shinglesOf(a), shinglesOf(b))
}

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const fewer = Math.min(a.size, b.size)
  return fewer >= FEWEST_SHINGLES && shared(a, b) >= CONTAINED * fewer
}

/**
 * The pairs of passages that are copies of each other, by their places in the list, the smaller first. Exact, not an estimate:
 * only passages that share a shingle are compared, through an index from shingles to passages. (MinHash, of the same paper,
 * estimates what is cheap to know here: passages are short and a claim has at most some hundred.)
 */
export function copyPairs(passages: readonly string[]): [number, number][] {
  const sets = passages.map(shinglesOf)
  const having = new Map<string, number[]>()
  const pairs: [number, number][] = []
  sets.forEach((set, at) => {
    const candidates = new Set<number>()
    for (const shingle of set) {
      const earlier = having.get(shingle)
      if (!earlier) having.set(shingle, [at])
      else {
        for (const other of earlier) candidates.add(other)
        earlier.push(at)
      }
    }
    for (const other of [...candidates].sort((x, y) => x - y)) if (areAlike(sets[other]!, set)) pairs.push([other, at])
  })
  return pairs
}
