import type * as Y from 'yjs'
import { appendRun } from '#/lib/anchor/id-index.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/**
 * The alias log of a text: where characters went that Yjs had to re-create (a move, an undone deletion). A Y.Map
 * "client:clock" -> [length, newClient, newClock]. Asked only about dead characters.
 */
export type AliasValue = [length: number, client: number, clock: number]

interface Alias {
  clock: number
  length: number
  toClient: number
  toClock: number
}

/** The new identity of the characters of a run, in order; characters without an alias are left out. */
export type AliasLookup = (client: number, clock: number, length: number) => IdRun[]

/** How many runs that begin before a character are tried for it; more than one only after concurrent moves of one text. */
const OVERLAPS = 8

/** Reads the log into a lookup. The lookup does not follow later changes of the map. */
export function readAliases(map: Y.Map<unknown>): AliasLookup {
  const byClient = new Map<number, Alias[]>()
  map.forEach((value, key) => {
    const alias = parseAlias(key, value)
    if (!alias) return
    const list = byClient.get(alias.client)
    if (list) list.push(alias)
    else byClient.set(alias.client, [alias])
  })
  for (const list of byClient.values()) list.sort((a, b) => a.clock - b.clock)
  return (client, clock, length) => {
    const runs: IdRun[] = []
    const list = byClient.get(client)
    if (!list) return runs
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
      map.set(`${client}:${clock + done}`, [count, target[0], target[1] + used] satisfies AliasValue)
      done += count
      used += count
      if (used === target[2]) {
        i++
        used = 0
      }
    }
  }
}

/** Whether a key and a value are an entry of the log. */
export function isAlias(key: string, value: unknown): boolean {
  return parseAlias(key, value) !== null
}

function parseAlias(key: string, value: unknown): (Alias & { client: number }) | null {
  const match = /^(\d{1,16}):(\d{1,16})$/.exec(key)
  if (!match || !Array.isArray(value) || value.length !== 3 || !value.every((part) => Number.isSafeInteger(part) && part >= 0)) return null
  const [length, toClient, toClock] = value as AliasValue
  return length > 0 ? { client: Number(match[1]), clock: Number(match[2]), length, toClient, toClock } : null
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

/** Whether the log says already that the `length` characters from `old` now begin at `now`. */
export function isSameAlias(
  map: Y.Map<unknown>,
  old: { client: number; clock: number },
  now: { client: number; clock: number },
  length: number,
): boolean {
  const known = parseAlias(`${old.client}:${old.clock}`, map.get(`${old.client}:${old.clock}`))
  return known !== null && known.length === length && known.toClient === now.client && known.toClock === now.clock
}
