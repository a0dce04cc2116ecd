import { type Codebook, namesOf } from '../codebook.ts'
import type { MatchOptions, NameMatch } from '../match-names.ts'
import { nameFold } from '../name-fold.ts'

/** One actor or theme with all the names it can be found by. */
interface NameEntry {
  kind: 'actor' | 'theme'
  id: string
  /** As written; the entry's own name first. */
  names: readonly string[]
  /** The same, folded. */
  folded: readonly string[]
}

/** Names prepared for {@link plainMatchNames}. */
type PlainIndex = readonly NameEntry[]

/** Prepares the names of a codebook. */
export function plainIndex(codebook: Pick<Codebook, 'actors' | 'themes'>): PlainIndex {
  return [
    ...codebook.actors.map((actor) => entry('actor', actor.id, namesOf(actor))),
    ...codebook.themes.map((theme) => entry('theme', theme.id, [theme.name])),
  ]
}

function entry(kind: NameEntry['kind'], id: string, names: readonly string[]): NameEntry {
  return { kind, id, names, folded: names.map(nameFold) }
}

/**
 * What `matchNames` finds, by looking at every name of every entry in turn: slow, and plain enough to hold the index against.
 *
 * The actors and themes a typed text may mean, best first: recent ones, then names equal to it, names that begin with it, other
 * names that begin with it, names with a word (or, for several typed words, one word each) that begins with it, names that contain
 * it. Case, accents, Arabic vowel marks and letter variants do not matter. Nothing typed matches nothing.
 */
export function plainMatchNames(index: PlainIndex, typed: string, options: MatchOptions = {}): NameMatch[] {
  const query = nameFold(typed)
  if (!query) return []
  const words = query.split(' ')
  const recent = new Map(options.recent?.map((id, at) => [id, at]))
  const found: (NameMatch & { order: number; length: number; uses: number })[] = []
  for (const { kind, id, names, folded } of index) {
    let best = NO_MATCH
    let at = -1
    for (let i = 0; i < folded.length; i++) {
      const rank = rankName(folded[i]!, query, words, i === 0)
      if (rank < best) {
        best = rank
        at = i
      }
    }
    if (at < 0) continue
    const seen = recent.get(id)
    const order = seen === undefined ? recent.size + best : seen
    found.push({ kind, id, name: names[at]!, own: at === 0, order, length: folded[at]!.length, uses: options.uses?.(id) ?? 0 })
  }
  found.sort((a, b) => a.order - b.order || b.uses - a.uses || a.length - b.length || (a.name < b.name ? -1 : 1))
  return found.map(({ kind, id, name, own }) => ({ kind, id, name, own }))
}

const NO_MATCH = 9

/** 0 equal to the own name, 1 to another, 2 begins the own name, 3 another, 4 begins a word, 5 inside; lower is better. */
function rankName(name: string, query: string, words: readonly string[], own: boolean): number {
  const at = name.indexOf(query)
  if (at === 0) return (name.length === query.length ? 0 : 2) + (own ? 0 : 1)
  if (at > 0 && (name[at - 1] === ' ' || name.includes(` ${query}`))) return 4
  if (words.length > 1 && words.every((word) => name.startsWith(word) || name.includes(` ${word}`))) return 4
  return at > 0 ? 5 : NO_MATCH
}
