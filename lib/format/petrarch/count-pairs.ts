/** How often a source did something to a recipient. */
export interface PairCount {
  source: string
  recipient: string
  count: number
}

const COMMENT = /<!--.*?-->/gs
const CODING = /<EventCoding\s[^>]*>/g

/**
 * Counts who did something to whom in records of PETRARCH, in the text of the file itself: what an import is checked
 * against must not have come through its reader.
 */
export function countPairs(xml: string): PairCount[] {
  const pairs = xml.replace(COMMENT, '').match(CODING) ?? []
  return tally(
    pairs.flatMap((coding) => {
      const [source, recipient] = [codeIn(coding, 'sourcecode'), codeIn(coding, 'targetcode')]
      return source && recipient ? [{ source, recipient, count: 1 }] : []
    }),
  )
}

/** Adds up equal pairs; by source, then by recipient. */
export function tally(pairs: readonly PairCount[]): PairCount[] {
  const byPair = Map.groupBy(pairs, ({ source, recipient }) => JSON.stringify([source, recipient]))
  return [...byPair.values()]
    .map((same) => ({ ...(same[0] as PairCount), count: same.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => compare(a.source, b.source) || compare(a.recipient, b.recipient))
}

/** A pair as it was counted twice. */
export interface ComparedPair {
  source: string
  recipient: string
  wanted: number
  found: number
}

/** Sets two counts beside each other: every pair of either, those of the first in its order before what only the second has. */
export function comparePairs(wanted: readonly PairCount[], found: readonly PairCount[]): ComparedPair[] {
  const key = ({ source, recipient }: Pick<PairCount, 'source' | 'recipient'>) => JSON.stringify([source, recipient])
  const compared = new Map(wanted.map(({ count, ...pair }) => [key(pair), { ...pair, wanted: count, found: 0 }]))
  for (const { count, ...pair } of tally(found))
    compared.set(key(pair), { ...pair, wanted: compared.get(key(pair))?.wanted ?? 0, found: count })
  return [...compared.values()]
}

function codeIn(coding: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(coding) ?? []
  return double ?? single
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
