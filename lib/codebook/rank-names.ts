import { nameFold } from './name-fold.ts'
import type { NameIndex } from './name-index.ts'

/** How a name matches; lower is better. */
const EQUAL = 0
const BEGINS = 2
/** Added to the two above when it is not the entry's own name. */
const OTHER = 1
const WORD = 4
const INSIDE = 5
const NONE = 9

/** What {@link rankNames} found. */
export interface NameRanks {
  /** The entries that match, by number, in the order of the index. */
  matched: number[]
  /** Per entry: 0 equal to the own name, 1 to another, 2 begins the own name, 3 another, 4 begins a word, 5 inside; 9: no match. */
  rank: Uint8Array
  /** Per entry: the number of the name that matched best, the first of equals. */
  name: Int32Array
}

/** How every entry of an index matches a typed text; null when nothing was typed. */
export function rankNames(index: NameIndex, typed: string): NameRanks | null {
  const query = nameFold(typed)
  if (!query) return null
  const { length } = index.entries
  const ranks = { rank: new Uint8Array(length).fill(NONE), name: new Int32Array(length).fill(-1) }
  rankHits(index, query, ranks)
  const words = query.split(' ')
  if (words.length > 1) rankWords(index, words, ranks)
  const matched: number[] = []
  for (let entry = 0; entry < length; entry++) if (ranks.rank[entry]! < NONE) matched.push(entry)
  return { matched, ...ranks }
}

type Ranks = Pick<NameRanks, 'rank' | 'name'>

const SPACE = 0x20

/** Every place where the query stands in one piece. */
function rankHits({ text, starts, entryOf, firstOf }: NameIndex, query: string, ranks: Ranks): void {
  let name = 0
  let at = text.indexOf(query)
  while (at >= 0) {
    while (starts[name + 1]! <= at) name += 1
    const entry = entryOf[name]!
    const start = starts[name]!
    const after = starts[name + 1]!
    let rank = INSIDE
    if (at === start) rank = (after - 1 - start === query.length ? EQUAL : BEGINS) + (name === firstOf[entry] ? 0 : OTHER)
    else if (text.charCodeAt(at - 1) === SPACE) rank = WORD
    note(ranks, entry, name, rank)
    // Inside a word: a later word of the name may begin with it.
    at = text.indexOf(query, rank === INSIDE ? at + 1 : after)
  }
}

/** Names in which every word of the query begins a word, in any order: found by the longest, which is the rarest. */
function rankWords({ text, starts, entryOf }: NameIndex, words: readonly string[], ranks: Ranks): void {
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a))
  let name = 0
  let at = text.indexOf(longest)
  while (at >= 0) {
    while (starts[name + 1]! <= at) name += 1
    const before = text.charCodeAt(at - 1)
    const begins = before === SPACE || at === starts[name]
    const after = starts[name + 1]!
    if (begins) {
      const folded = ` ${text.slice(starts[name]!, after - 1)}`
      if (words.every((word) => folded.includes(` ${word}`))) note(ranks, entryOf[name]!, name, WORD)
    }
    at = text.indexOf(longest, begins ? after : at + 1)
  }
}

/** The best name counts; of equals the first. */
function note({ rank, name: best }: Ranks, entry: number, name: number, found: number): void {
  if (found > rank[entry]! || (found === rank[entry] && name >= best[entry]!)) return
  rank[entry] = found
  best[entry] = name
}
