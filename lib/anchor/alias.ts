import type * as Y from 'yjs'
import { appendRun } from '#/lib/anchor/id-index.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/*
 * The alias log of a text: what became of characters that are dead. A Y.Map with two sorts of entries:
 *
 * "client:clock" -> [length, newClient, newClock]: these characters were created anew (a move, an undone deletion).
 * "client:clock~client:clock" -> [newClient, newClock]: the words from the first to the second character were deleted and
 * others typed in their place, beginning with that one. A passage that began or ended with those words follows.
 */
export type AliasValue = [length: number, client: number, clock: number]
export type CharacterId = [client: number, clock: number]

/** What the log knows. Does not follow later changes of the map. */
export interface AliasLookup {
  /** The new identity of the characters of a run, in order; characters that were not created anew are left out. */
  (client: number, clock: number, length: number): IdRun[]
  /** What was typed in place of words that began (`first`) or ended (`last`) with this character. */
  replacement(client: number, clock: number, side: 'first' | 'last'): Replacement | undefined
}

/** Words that were typed in place of others. */
export interface Replacement {
  /** First and last character of the words that were deleted. */
  first: CharacterId
  last: CharacterId
  /** First character of the words typed in their place. */
  now: CharacterId
}

interface Alias {
  clock: number
  length: number
  toClient: number
  toClock: number
}

/** How many runs that begin before a character are tried for it; more than one only after concurrent moves of one text. */
const OVERLAPS = 8

/** Reads the log into a lookup. Entries that are none are passed over. */
export function readAliases(map: Y.Map<unknown>): AliasLookup {
  const byClient = new Map<number, Alias[]>()
  const replaced = { first: new Map<string, Replacement>(), last: new Map<string, Replacement>() }
  map.forEach((value, key) => {
    const alias = parseAlias(key, value)
    if (alias) {
      const list = byClient.get(alias.client)
      if (list) list.push(alias)
      else byClient.set(alias.client, [alias])
    } else if (isReplacement(key, value)) {
      const [first, last] = key.split('~') as [string, string]
      const replacement = {
        first: first.split(':').map(Number) as CharacterId,
        last: last.split(':').map(Number) as CharacterId,
        now: value,
      }
      replaced.first.set(first, replacement)
      replaced.last.set(last, replacement)
    }
  })
  for (const list of byClient.values()) list.sort((a, b) => a.clock - b.clock)
  return Object.assign((client: number, clock: number, length: number) => lookUp(byClient.get(client) ?? [], clock, length), {
    replacement: (client: number, clock: number, side: 'first' | 'last') => replaced[side].get(`${client}:${clock}`),
  })
}

/** Records that the characters of `from` now are those of `to`, one for one in order. Call inside a transaction of the text document. */
export function writeAliases(map: Y.Map<unknown>, from: readonly IdRun[], to: readonly IdRun[]): void {
  let i = 0
  let used = 0
  for (const [client, clock, length] of from) {
    for (let done = 0; done < length; ) {
      const target = to[i]
      if (!target) return
      const count = Math.min(length - done, target[2] - used)
      writeAlias(map, [client, clock + done, count], target[0], target[1] + used)
      done += count
      used += count
      if (used === target[2]) {
        i++
        used = 0
      }
    }
  }
}

/** Records that words typed in place of deleted ones begin with `now`. Call inside a transaction of the text document. */
export function writeReplacement(map: Y.Map<unknown>, first: CharacterId, last: CharacterId, now: CharacterId): void {
  map.set(`${first.join(':')}~${last.join(':')}`, now)
}

/** Whether a key and a value are an entry of the log. */
export function isAliasEntry(key: string, value: unknown): boolean {
  return parseAlias(key, value) !== null || isReplacement(key, value)
}

/** Writes one entry, unless the log says so already. */
function writeAlias(map: Y.Map<unknown>, [client, clock, length]: IdRun, toClient: number, toClock: number): void {
  const key = `${client}:${clock}`
  const known = parseAlias(key, map.get(key))
  if (known?.length === length && known.toClient === toClient && known.toClock === toClock) return
  map.set(key, [length, toClient, toClock] satisfies AliasValue)
}

function lookUp(list: readonly Alias[], clock: number, length: number): IdRun[] {
  const runs: IdRun[] = []
  for (let at = clock; at < clock + length; ) {
    const next = list[firstAfter(list, at)]
    const alias = covering(list, at)
    // Up to where the answer is the same: the alias' end or the beginning of a later one, which wins where they overlap.
    const end = Math.min(
      clock + length,
      next?.clock ?? Number.POSITIVE_INFINITY,
      alias ? alias.clock + alias.length : Number.POSITIVE_INFINITY,
    )
    if (alias) appendRun(runs, alias.toClient, alias.toClock + at - alias.clock, end - at)
    at = end
  }
  return runs
}

const counts = (value: unknown, length: number) =>
  Array.isArray(value) && value.length === length && value.every((part) => Number.isSafeInteger(part) && part >= 0)

/** An entry of the first sort; null when key or value are not of that form. */
export function parseAlias(key: string, value: unknown): (Alias & { client: number }) | null {
  const match = /^(\d{1,16}):(\d{1,16})$/.exec(key)
  if (!match || !counts(value, 3)) return null
  const [length, toClient, toClock] = value as AliasValue
  return length > 0 ? { client: Number(match[1]), clock: Number(match[2]), length, toClient, toClock } : null
}

function isReplacement(key: string, value: unknown): value is CharacterId {
  return /^\d{1,16}:\d{1,16}~\d{1,16}:\d{1,16}$/.test(key) && counts(value, 2)
}

/** Number of the first alias that begins after `clock`. */
function firstAfter(list: readonly Alias[], clock: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.clock <= clock) low = middle + 1
    else high = middle
  }
  return low
}

function covering(list: readonly Alias[], clock: number): Alias | undefined {
  const after = firstAfter(list, clock)
  for (let i = after - 1; i >= 0 && i >= after - OVERLAPS; i--) {
    const alias = list[i]!
    if (clock < alias.clock + alias.length) return alias
  }
  return undefined
}
