import * as Y from 'yjs'
import type { AliasLookup } from '#/lib/anchor/alias.ts'
import { type IdIndex, isOpener } from '#/lib/anchor/id-index.ts'
import type { IdRun, Placement } from '#/lib/annotation/model.ts'

/** How often a character's move is followed; a text moved more often than that is given up. */
const MOST_HOPS = 32

/** What is left of the characters of an anchor, in flat indexes. */
interface Found {
  from: number
  to: number
  alive: number
  missing: number
  /** Where the first dead character stood. */
  near: number | null
}

/**
 * Where the passage with these characters is now: from its first surviving character to its last. Characters that were
 * re-created elsewhere are followed through the alias log. Words typed where the passage's last words were deleted stay
 * inside when surviving text or a tombstone of the passage encloses them.
 */
export function resolveRuns(index: IdIndex, runs: readonly IdRun[], aliases: AliasLookup): Placement {
  const found: Found = { from: Number.POSITIVE_INFINITY, to: -1, alive: 0, missing: 0, near: null }
  let total = 0
  for (const run of runs) {
    collect(index, run, aliases, found, 0)
    total += run[2]
  }
  const { base } = index
  if (found.alive < total) {
    widen(index, runs, aliases, found)
    trimOpeners(index, found)
  }
  if (found.to > found.from) {
    return { state: 'anchored', start: Math.max(0, found.from - base), end: found.to - base, survival: Math.min(1, found.alive / total) }
  }
  if (found.missing > 0) return { state: 'pending' }
  return { state: 'orphan', near: found.near === null ? null : Math.max(0, found.near - base) }
}

function collect(index: IdIndex, [client, clock, length]: IdRun, aliases: AliasLookup, found: Found, hops: number): void {
  for (const piece of pieces(index, client, clock, length)) {
    if (piece.item === null) {
      found.missing += piece.length
    } else if (isVisible(index, piece.item)) {
      const flat = index.places.get(piece.item)! + piece.clock - piece.item.id.clock
      found.from = Math.min(found.from, flat)
      found.to = Math.max(found.to, flat + piece.length)
      found.alive += piece.length
    } else {
      found.near ??= index.places.get(piece.item) ?? null
      if (hops < MOST_HOPS) for (const run of aliases(client, piece.clock, piece.length)) collect(index, run, aliases, found, hops + 1)
    }
  }
}

/** Takes in what was typed inside the passage next to an end that has since been deleted. */
function widen(index: IdIndex, runs: readonly IdRun[], aliases: AliasLookup, found: Found): void {
  const first = runs[0]
  const last = runs.at(-1)
  if (!first || !last) return
  const start = locate(index, first[0], first[1], aliases)
  const end = locate(index, last[0], last[1] + last[2] - 1, aliases)
  if (!start || !end) return
  const from = start.flat
  const to = end.flat + (end.alive ? 1 : 0)
  if (found.alive === 0) {
    if (to > from) Object.assign(found, { from, to })
    return
  }
  // An end that was moved away from the rest says nothing about the rest.
  const plausible = from <= found.from && to >= found.to && to - from <= 2 * (found.to - found.from) + 64
  if (!plausible) return
  if (start.alive) found.from = from
  found.to = to
}

/** Paragraph marks at either end are no words: a passage of which only they are left is an orphan. */
function trimOpeners(index: IdIndex, found: Found): void {
  while (found.to > found.from && isOpener(index, found.from)) found.from++
  while (found.to > found.from && isOpener(index, found.to - 1)) found.to--
}

/** Where one character is, or stood. Null when it was never received, or its place is unknown. */
function locate(index: IdIndex, client: number, clock: number, aliases: AliasLookup): { flat: number; alive: boolean } | null {
  for (let hops = 0; hops <= MOST_HOPS; hops++) {
    const [piece] = pieces(index, client, clock, 1)
    if (!piece || piece.item === null) return null
    const place = index.places.get(piece.item)
    if (isVisible(index, piece.item)) return { flat: place! + clock - piece.item.id.clock, alive: true }
    const [moved] = aliases(client, clock, 1)
    if (!moved) return place === undefined ? null : { flat: place, alive: false }
    client = moved[0]
    clock = moved[1]
  }
  return null
}

/** A run cut along the items that hold it; `item` is null for characters not received yet. */
function* pieces(
  index: IdIndex,
  client: number,
  clock: number,
  length: number,
): Generator<{ item: Y.Item | Y.GC | null; clock: number; length: number }> {
  const { store } = index.text.doc!
  const structs = store.clients.get(client)
  const end = clock + length
  const known = Math.min(end, Y.getState(store, client))
  if (structs && clock < known) {
    for (let i = Y.findIndexSS(structs, clock), at = clock; at < known; i++) {
      const item = structs[i] as Y.Item | Y.GC
      const upTo = Math.min(known, item.id.clock + item.length)
      yield { item, clock: at, length: upTo - at }
      at = upTo
    }
  }
  if (known < end) yield { item: null, clock: Math.max(clock, known), length: end - Math.max(clock, known) }
}

function isVisible(index: IdIndex, item: Y.Item | Y.GC): item is Y.Item {
  return item instanceof Y.Item && !item.deleted && item.countable && index.places.has(item)
}
