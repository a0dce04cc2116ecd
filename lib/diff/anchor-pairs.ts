/** Places of two sequences that surely belong together: [index in a, index in b], rising in both. */
export type Pairs = [number, number][]

/**
 * The runs of `length` items that occur exactly once in either sequence, as the longest chain that crosses nowhere: the
 * "patience" half of a diff (Bram Cohen), which keeps moved and repeated stretches from being matched with chance companions,
 * and takes O(n log n) however little the two have in common. `length` is a power of two. Items below 2^26.
 */
export function anchorPairs(a: readonly number[], b: readonly number[], length: number): Pairs {
  const [runsA, runsB] = runIds(a, b, length)
  const inA = onlyPlaces(runsA)
  const inB = onlyPlaces(runsB)
  const pairs: Pairs = []
  for (let i = 0; i < runsA.length; i++) {
    const run = runsA[i]!
    const j = inB.get(run)
    if (inA.get(run) === i && j !== undefined && j >= 0) pairs.push([i, j])
  }
  return longestChain(pairs)
}

/** A number for each run of `length` items, equal exactly for equal runs: doubled up from pairs, so that nothing rests on hashes. */
function runIds(a: readonly number[], b: readonly number[], length: number): [readonly number[], readonly number[]] {
  let [idsA, idsB] = [a, b]
  for (let width = 1; width < length; width *= 2) {
    const known = new Map<number, number>()
    const twice = (ids: readonly number[]): number[] => {
      const doubled: number[] = []
      for (let i = 0; i + width < ids.length; i++) {
        const key = ids[i]! * 2 ** 26 + ids[i + width]!
        const id = known.get(key) ?? known.size
        known.set(key, id)
        doubled.push(id)
      }
      return doubled
    }
    ;[idsA, idsB] = [twice(idsA), twice(idsB)]
  }
  return [idsA, idsB]
}

/** Where each item stands; -1 for those that stand in several places. */
function onlyPlaces(ids: readonly number[]): Map<number, number> {
  const places = new Map<number, number>()
  for (let i = 0; i < ids.length; i++) places.set(ids[i]!, places.has(ids[i]!) ? -1 : i)
  return places
}

/** The longest of the chains that rise in both (pairs come rising in the first): patience sorting with links back. */
function longestChain(pairs: Pairs): Pairs {
  const tops: number[] = []
  const before = new Int32Array(pairs.length)
  for (let i = 0; i < pairs.length; i++) {
    const value = pairs[i]![1]
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tops[middle]!]![1] < value) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? tops[low - 1]! : -1
    tops[low] = i
  }
  const chain: Pairs = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i]!) chain.push(pairs[i]!)
  return chain.reverse()
}
