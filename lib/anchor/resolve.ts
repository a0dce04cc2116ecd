import * as Y from 'yjs'
import type { AliasLog } from '#/lib/anchor/alias.ts'
import type { CharacterId } from '#/lib/anchor/alias-entry.ts'
import { type Body, outranks } from '#/lib/anchor/bodies.ts'
import { type IdIndex, isVisible } from '#/lib/anchor/id-index.ts'
import { livingBodies } from '#/lib/anchor/living-bodies.ts'
import type { IdRun, Placement } from '#/lib/annotation/model.ts'

/** How many of the words typed in place of a passage's end, and of those typed in their place, are followed. */
const MOST_REPLACEMENTS = 64

/** How far beyond its surviving words a passage may reach to an end of it, besides their length, in UTF-16 units. */
const FARTHEST = 64
/** The same when others were typed in place of its first or last words. */
const FARTHEST_REPLACED = 1_000

/** Between two keys of one burst of typing Yjs may count this many other things of the same client: formats, alias entries. */
const TYPING_GAP = 2
/** Characters that may be passed over while following a burst of typing. */
const MOST_STRANGE = 256

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
export function resolveRuns(index: IdIndex, runs: readonly IdRun[], aliases: AliasLog): Placement {
  const found: Found = { from: Number.POSITIVE_INFINITY, to: -1, alive: 0, missing: 0, near: null }
  let total = 0
  for (const run of runs) {
    collect(index, run, aliases, found)
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

function collect(index: IdIndex, [client, clock, length]: IdRun, aliases: AliasLog, found: Found): void {
  const take = (flat: number, count: number) => {
    found.from = Math.min(found.from, flat)
    found.to = Math.max(found.to, flat + count)
    found.alive += count
  }
  for (const piece of index.pieces(client, clock, length)) {
    if (piece.state === 'alive') {
      take(piece.flat!, piece.length)
    } else if (piece.state === 'unknown') {
      found.missing += piece.length
    } else {
      found.near ??= piece.flat
      const living = livingBodies(index, aliases, [client, piece.clock, piece.length])
      for (const part of living.parts) take(part.flat, part.length)
      found.missing += living.unknown
    }
  }
}

/** Takes in what was typed next to an end that has since been deleted: inside the passage, or in place of its first or last words. */
function widen(index: IdIndex, runs: readonly IdRun[], aliases: AliasLog, found: Found): void {
  const first = runs[0]
  const last = runs.at(-1)
  if (!first || !last) return
  // Words that took the place of more than the passage are not its words; while some of it survives they cannot have.
  const counts = (replaced: CharacterId) => found.alive > 0 || runs.some((run) => holds(run, replaced))
  const rest = found.alive > 0 ? found : null
  const query = { index, aliases, counts }
  const start = locate({ ...query, side: 'first', near: rest?.from ?? null }, [first[0], first[1]])
  // With nothing left, the ends of a passage that was moved and moved back may lie on either place, but both on one.
  const end = locate({ ...query, side: 'last', near: rest?.to ?? start?.flat ?? null }, [last[0], last[1] + last[2] - 1])
  if (!start || !end) return
  if (found.alive === 0) {
    if (end.flat > start.flat) Object.assign(found, { from: start.flat, to: end.flat })
    return
  }
  // An end that was moved away from the rest says nothing about the rest.
  const length = found.to - found.from
  const near = (distance: number, { replaced }: Edge) => distance >= 0 && distance <= length + (replaced ? FARTHEST_REPLACED : FARTHEST)
  if (!near(found.from - start.flat, start) || !near(end.flat - found.to, end)) return
  if (start.alive) found.from = start.flat
  found.to = end.flat
}

/** Paragraph marks at either end are no words: a passage of which only they are left is an orphan. */
function trimOpeners(index: IdIndex, found: Found): void {
  while (found.to > found.from && index.isOpener(found.from)) found.from++
  while (found.to > found.from && index.isOpener(found.to - 1)) found.to--
}

function holds([client, clock, length]: IdRun, [otherClient, otherClock]: CharacterId): boolean {
  return client === otherClient && clock <= otherClock && otherClock < clock + length
}

/** One end of a passage: the index before its first character or after its last one. */
interface Edge {
  flat: number
  alive: boolean
  /** Whether the character was replaced by words typed in its place. */
  replaced: boolean
}

/** What is asked of an end of a passage. */
interface EdgeQuery {
  index: IdIndex
  aliases: AliasLog
  side: 'first' | 'last'
  /** Asked about the other end of the words that this end was deleted with, before what was typed in their place is taken for it. */
  counts: (id: CharacterId) => boolean
  /** Where that end of the surviving rest is. */
  near: number | null
}

/**
 * Where an end is, or stood. Null when it was never received, or its place is unknown. `followed`: the words typed in its
 * place that have been looked at.
 */
function locate(query: EdgeQuery, [client, clock]: CharacterId, followed = new Set<string>()): Edge | null {
  const { index, aliases, side, counts, near } = query
  const replaced = followed.size > 0
  const [piece] = index.pieces(client, clock, 1)
  if (!piece || piece.state === 'unknown') return null
  const alive = piece.state === 'alive' ? piece.flat! : livingBodies(index, aliases, [client, clock, 1]).parts[0]?.flat
  if (alive !== undefined) return { flat: side === 'last' ? alive + 1 : alive, alive: true, replaced }
  const { bodies } = aliases.bodies.families([client, clock, 1])[0]!
  const edges: Edge[] = []
  for (const body of bodies) {
    for (const { first, last, now } of aliases.replacements(body.client, body.clock, side)) {
      const id = now.join(':')
      if (followed.has(id) || followed.size >= MOST_REPLACEMENTS || !(replaced || counts(side === 'first' ? last : first))) continue
      const edge = locate(query, side === 'first' ? now : endOfTyping(index, now), followed.add(id))
      if (edge) edges.push(edge)
    }
  }
  const flat = tombstone(index, bodies, near)
  return outermost(edges, side) ?? (flat === null ? null : { flat, alive: false, replaced })
}

/** Of what several people typed in place of an end, the passage reaches to the outer end of all. */
function outermost(edges: readonly Edge[], side: 'first' | 'last'): Edge | null {
  const outer = (a: Edge, b: Edge) => (a.alive !== b.alive ? a.alive : side === 'first' ? a.flat < b.flat : a.flat > b.flat)
  return edges.reduce<Edge | null>((best, edge) => (best === null || outer(edge, best) ? edge : best), null)
}

/** Where a dead character stood: of several bodies the one nearest to the rest of its passage, or else the one that stood last. */
function tombstone(index: IdIndex, bodies: readonly Body[], near: number | null): number | null {
  const places = bodies
    .toSorted((a, b) => (outranks(a, b) ? -1 : 1))
    .flatMap(({ client, clock }) => index.pieces(client, clock, 1)[0]?.flat ?? [])
  const distance = (flat: number) => (near === null ? 0 : Math.abs(flat - near))
  return places.reduce<number | null>((best, flat) => (best === null || distance(flat) < distance(best) ? flat : best), null)
}

/**
 * The last character of the words typed in one go that begin with this one: later ones by the same client, side by side.
 * Dead characters and what others inserted between them are passed over. Counts characters, never items: peers cut the
 * same characters into different items.
 */
function endOfTyping(index: IdIndex, [client, clock]: CharacterId): CharacterId {
  const { store } = index.text.doc!
  const typed = (id: Y.ID) => id.client === client && id.clock >= clock && id.clock < end
  let end = clock + 1
  let strange = 0
  let inserted: Y.ID | null = null
  if (clock >= Y.getState(store, client)) return [client, clock]
  const begin: Y.Item | Y.GC = Y.getItem(store, Y.createID(client, clock)) as Y.Item | Y.GC
  for (let item = begin instanceof Y.Item ? begin : null; item && strange <= MOST_STRANGE; item = item.right) {
    const { id, length, origin } = item
    if (!item.deleted && !isVisible(item)) continue
    if (id.client === client && id.clock <= end + TYPING_GAP && id.clock + length >= end) {
      end = id.clock + length
      continue
    }
    strange += length
    if (item.deleted) continue
    if (!origin || !(typed(origin) || (inserted && Y.compareIDs(origin, inserted)))) break
    inserted = item.lastId
  }
  return [client, end - 1]
}
