import type * as Y from 'yjs'
import { parseAlias } from '#/lib/anchor/alias.ts'
import { appendRun } from '#/lib/anchor/id-index.ts'
import { firstEndingAfter } from '#/lib/anchor/span-list.ts'
import { type Stretch, withoutOverlaps } from '#/lib/anchor/stretches.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/**
 * The identity the characters of a run had when they were first typed or imported: the alias log, followed backwards.
 * As many characters as the run has, in the same order.
 */
export type Origins = (run: IdRun) => IdRun[]

/** An entry of the alias log seen from its end: these characters were others before. */
interface Origin extends Stretch {
  fromClient: number
  fromClock: number
}

/** How often a character is followed back; one that was re-created more often keeps the identity reached. */
const MOST_HOPS = 32

/** Reads the alias log of a text backwards. Does not follow later changes of the map. */
export function readOrigins(map: Y.Map<unknown>): Origins {
  const byClient = new Map<number, Origin[]>()
  map.forEach((value, key) => {
    const alias = parseAlias(key, value)
    if (!alias) return
    const origin = { clock: alias.toClock, length: alias.length, fromClient: alias.client, fromClock: alias.clock }
    const list = byClient.get(alias.toClient)
    if (list) list.push(origin)
    else byClient.set(alias.toClient, [origin])
  })
  if (byClient.size === 0) return (run) => [run]
  const lists = new Map([...byClient].map(([client, list]) => [client, withoutOverlaps(list, cut, settle)]))
  return (run) => {
    const runs: IdRun[] = []
    follow(lists, run, runs, 0)
    return runs
  }
}

function follow(lists: ReadonlyMap<number, readonly Origin[]>, [client, clock, length]: IdRun, runs: IdRun[], hops: number): void {
  const list = hops < MOST_HOPS ? (lists.get(client) ?? []) : []
  const end = clock + length
  let at = clock
  for (let i = firstEndingAfter(list, clock); i < list.length && list[i]!.clock < end; i++) {
    const origin = list[i]!
    if (origin.clock > at) appendRun(runs, client, at, origin.clock - at)
    const from = Math.max(at, origin.clock)
    const to = Math.min(end, origin.clock + origin.length)
    follow(lists, [origin.fromClient, origin.fromClock + from - origin.clock, to - from], runs, hops + 1)
    at = to
  }
  if (at < end) appendRun(runs, client, at, end - at)
}

function cut({ clock, length, fromClient, fromClock }: Origin, skip: number): Origin {
  return { clock: clock + skip, length: length - skip, fromClient, fromClock: fromClock + skip }
}

/**
 * After concurrent undoing a character may be the new identity of several, which were the same one themselves. The same is
 * taken on every peer, whatever order the map is read in.
 */
function settle(a: Origin, b: Origin): number {
  return b.length - a.length || a.fromClient - b.fromClient || a.fromClock - b.fromClock
}
