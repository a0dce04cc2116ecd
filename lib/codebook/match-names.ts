import { nameFold } from './name-fold.ts'
import type { NameIndex } from './name-index.ts'
import { type NameRanks, rankNames } from './rank-names.ts'

export interface NameMatch {
  kind: 'actor' | 'theme'
  id: string
  /** The name that matched best, as written. */
  name: string
  /** Whether that is the entry's own name, not another one. */
  own: boolean
}

export interface MatchOptions {
  /** Ids used lately in this document, latest first; they come before the others. */
  recent?: readonly string[]
  /** How often an entry is used; breaks ties. */
  uses?: (id: string) => number
  /** How many of a kind are wanted; all when left out. */
  limit?: number
}

export interface FoundNames {
  /** The best of both kinds together, best first: at most `limit` of each. */
  matches: NameMatch[]
  /** How many of each kind there are in all. */
  total: { actor: number; theme: number }
}

/**
 * The actors and themes a typed text may mean, best first: recent ones, then names equal to it, names that begin with it, other
 * names that begin with it, names with a word (or, for several typed words, one word each) that begins with it, names that contain
 * it. Case, accents, Arabic vowel marks and letter variants do not matter. Nothing typed matches nothing.
 */
export function findNames(index: NameIndex, typed: string, options: MatchOptions = {}): FoundNames {
  const ranks = rankNames(index, typed)
  if (!ranks) return { matches: [], total: { actor: 0, theme: 0 } }
  const { limit = Number.POSITIVE_INFINITY } = options
  const recent = new Map(options.recent?.map((id, at) => [id, at]))
  const best = { actor: new Best(limit), theme: new Best(limit) }
  for (const entry of ranks.matched) {
    const { kind, id } = index.entries[entry]!
    const seen = recent.size > 0 ? recent.get(id) : undefined
    const order = seen ?? recent.size + ranks.rank[entry]!
    if (best[kind].takes(order)) best[kind].put(candidateOf(index, ranks, entry, { order, uses: options.uses?.(id) ?? 0 }))
  }
  const found = [...best.actor.sorted(), ...best.theme.sorted()].sort(compare)
  return {
    matches: found.map(({ kind, id, name, own }) => ({ kind, id, name, own })),
    total: { actor: best.actor.count, theme: best.theme.count },
  }
}

/** The matches of {@link findNames}. */
export function matchNames(index: NameIndex, typed: string, options: MatchOptions = {}): NameMatch[] {
  return findNames(index, typed, options).matches
}

/** Ids of everything a typed text matches by any name, in no order: what a filter needs. */
export function matchingIds(index: NameIndex, typed: string): Set<string> {
  return new Set(rankNames(index, typed)?.matched.map((entry) => index.entries[entry]!.id))
}

interface Candidate extends NameMatch {
  order: number
  /** Of the matched name, folded, UTF-16 units. */
  length: number
  uses: number
}

function candidateOf(
  index: NameIndex,
  { name: names }: NameRanks,
  entry: number,
  { order, uses }: { order: number; uses: number },
): Candidate {
  const { kind, id, names: written } = index.entries[entry]!
  const number = names[entry]!
  const at = number - index.firstOf[entry]!
  return { kind, id, name: written[at]!, own: at === 0, order, length: index.starts[number + 1]! - index.starts[number]!, uses }
}

const compare = (a: Candidate, b: Candidate): number =>
  a.order - b.order || b.uses - a.uses || a.length - b.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/** Keeps the best so many, and counts all. A letter matches thousands: sorting them to show five would take longer than finding them. */
class Best {
  count = 0
  private kept: Candidate[] = []
  private readonly limit: number
  private worst = Number.POSITIVE_INFINITY

  constructor(limit: number) {
    this.limit = limit
  }

  /** Counts one, and says whether it may be among the best. */
  takes(order: number): boolean {
    this.count += 1
    return order <= this.worst
  }

  put(candidate: Candidate): void {
    this.kept.push(candidate)
    if (this.kept.length < 4 * this.limit) return
    this.kept = this.sorted()
    this.worst = this.kept.at(-1)!.order
  }

  sorted(): Candidate[] {
    return this.kept.sort(compare).slice(0, this.limit)
  }
}

/**
 * Where a typed text stands in a matched name, for showing it: UTF-16 offsets, end exclusive, whole grapheme clusters;
 * null when it does not stand there in one piece.
 */
export function matchRange(name: string, typed: string): [start: number, end: number] | null {
  const query = nameFold(typed)
  if (!query) return null
  const clusters = [...GRAPHEMES.segment(name)].map((part) => part.index).concat(name.length)
  const starts = clusters.slice(0, -1).filter((at) => nameFold(name.slice(at)).startsWith(query))
  const start = starts.find((at) => at === 0 || /[^\p{L}\p{N}]/u.test(name[at - 1]!)) ?? starts[0]
  if (start === undefined) return null
  // A separator before the word folds away, so the last start that still matches is the tightest.
  const tight = starts.filter((at) => at >= start && nameFold(name.slice(start, at)) === '').at(-1) ?? start
  const end = clusters.find((at) => at > tight && nameFold(name.slice(tight, at)).startsWith(query))
  return end === undefined ? null : [tight, end]
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
