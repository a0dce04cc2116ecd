import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import { type FoldedName, foldName } from './fold-name.ts'

/** An actor or theme prepared for type-ahead. */
export interface SearchEntry {
  kind: 'actor' | 'theme'
  id: string
  name: string
  /** Names from the top down to the parent, for the grey path. */
  path: string[]
  /** Definition or description, one line or more. */
  note: string
  /** Statements that use it. */
  uses: number
  /** The name, then the other names. */
  folded: FoldedName[]
  names: string[]
}

/** One match for what was typed. */
export interface SearchMatch {
  entry: SearchEntry
  /** Which of `entry.names` matched; 0 is the name itself. */
  nameIndex: number
  /** The matching part of that name, UTF-16 offsets; empty range when nothing was typed. */
  start: number
  end: number
  /** Lower is better: 0 recent, 1 prefix of the name, 2 prefix of another name, 3 inside words. */
  rank: number
}

/** Prepares a codebook once, so that each key only compares strings. */
export function searchEntries(actors: readonly Actor[], themes: readonly Theme[], uses: (id: string) => number): SearchEntry[] {
  const actorById = new Map(actors.map((actor) => [actor.id, actor]))
  const themeById = new Map(themes.map((theme) => [theme.id, theme]))
  return [
    ...themes.map((theme) => entry('theme', theme, [theme.name], theme.definition, pathAbove(themeById, theme), uses)),
    ...actors.map((actor) => entry('actor', actor, [actor.name, ...actor.aliases], actor.description, pathAbove(actorById, actor), uses)),
  ]
}

function entry(
  kind: SearchEntry['kind'],
  item: { id: string; name: string },
  names: string[],
  note: string,
  path: string[],
  uses: (id: string) => number,
): SearchEntry {
  return { kind, id: item.id, name: item.name, names, note, path, uses: uses(item.id), folded: names.map(foldName) }
}

function pathAbove<T extends { name: string; parentId: string | null }>(byId: ReadonlyMap<string, T>, item: T): string[] {
  const path: string[] = []
  const seen = new Set<T>([item])
  for (let above = parentOf(byId, item); above && !seen.has(above); above = parentOf(byId, above)) {
    seen.add(above)
    path.unshift(above.name)
  }
  return path
}

function parentOf<T extends { parentId: string | null }>(byId: ReadonlyMap<string, T>, item: T): T | undefined {
  return item.parentId === null ? undefined : byId.get(item.parentId)
}

/**
 * Everything that matches what was typed, best first: recent ones, then by prefix of the name, prefix of another name,
 * and the beginning or the inside of later words; equals by use, then by name.
 * @param recent ids used lately in this document, newest first
 */
export function searchCodebook(entries: readonly SearchEntry[], typed: string, recent: readonly string[] = []): SearchMatch[] {
  const needle = foldName(typed.trim()).text
  if (needle === '') return []
  const recency = new Map(recent.map((id, index) => [id, index]))
  const matches: SearchMatch[] = []
  for (const candidate of entries) {
    const match = matchEntry(candidate, needle)
    if (match) matches.push(recency.has(candidate.id) && match.rank < 3 ? { ...match, rank: 0 } : match)
  }
  const order = (id: string): number => recency.get(id) ?? recent.length
  return matches.sort(
    (a, b) =>
      a.rank - b.rank ||
      order(a.entry.id) - order(b.entry.id) ||
      b.entry.uses - a.entry.uses ||
      a.entry.name.length - b.entry.name.length ||
      a.entry.name.localeCompare(b.entry.name),
  )
}

function matchEntry(candidate: SearchEntry, needle: string): SearchMatch | null {
  let best: SearchMatch | null = null
  candidate.folded.forEach((name, nameIndex) => {
    const at = name.text.indexOf(needle)
    if (at === -1) return
    const wordStart = at === 0 ? 0 : wordStartOf(name.text, needle)
    const place = wordStart === -1 ? at : wordStart
    const rank = place === 0 ? (nameIndex === 0 ? 1 : 2) : wordStart === -1 ? 4 : 3
    if (best === null || rank < best.rank) {
      best = { entry: candidate, nameIndex, rank, start: name.origin[place]!, end: name.origin[place + needle.length]! }
    }
  })
  return best
}

/** Where the needle begins a word, or -1. */
function wordStartOf(text: string, needle: string): number {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return at
  }
  return -1
}

/** The actors whose names stand as whole words in a passage, in order of appearance. */
export function actorsNamedIn(entries: readonly SearchEntry[], passage: string): SearchEntry[] {
  const { text } = foldName(passage)
  const found: { entry: SearchEntry; at: number }[] = []
  for (const candidate of entries) {
    if (candidate.kind !== 'actor') continue
    const places = candidate.folded.map(({ text: name }) => wholeWordIn(text, name)).filter((at) => at !== -1)
    if (places.length > 0) found.push({ entry: candidate, at: Math.min(...places) })
  }
  return found.sort((a, b) => a.at - b.at).map(({ entry: named }) => named)
}

function wholeWordIn(text: string, name: string): number {
  if (name.length < 2) return -1
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = at === 0 ? '' : text[at - 1]!
    const after = text[at + name.length] ?? ''
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at
  }
  return -1
}
