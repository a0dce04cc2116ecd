import type * as Y from 'yjs'
import {
  type Alias,
  aliasEntry,
  type CharacterId,
  HIGHEST,
  parseAlias,
  parseReplacement,
  type Rank,
  type Replacement,
} from '#/lib/anchor/alias-entry.ts'
import { Bodies, type Family, outranks } from '#/lib/anchor/bodies.ts'
import type { IdIndex } from '#/lib/anchor/id-index.ts'
import { livingBodies } from '#/lib/anchor/living-bodies.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/** What the alias log of a text says (see alias-entry.ts). Entries that are none are passed over. */
export class AliasLog {
  readonly bodies = new Bodies()
  /** By the first or the last character of what was replaced, the entries about it by their keys. */
  #replaced = { first: new Map<string, Map<string, Replacement>>(), last: new Map<string, Map<string, Replacement>>() }

  constructor(map: Y.Map<unknown>) {
    map.forEach((value, key) => {
      this.take(key, value)
    })
  }

  /** Takes an entry as it is now. */
  take(key: string, value: unknown): void {
    const alias = parseAlias(key, value)
    const replacement = alias ? null : parseReplacement(key, value)
    if (alias) this.bodies.set(key, alias)
    else this.bodies.delete(key)
    if (!replacement) return
    for (const side of ['first', 'last'] as const) {
      const id = replacement[side].join(':')
      const known = this.#replaced[side].get(id)
      if (known) known.set(key, replacement)
      else this.#replaced[side].set(id, new Map([[key, replacement]]))
    }
  }

  /**
   * What was typed in place of words that began (`first`) or ended (`last`) with this character; the same order for
   * everybody. Several people may have replaced the same words, or one these and another more.
   */
  replacements(client: number, clock: number, side: 'first' | 'last'): Replacement[] {
    const known = this.#replaced[side].get(`${client}:${clock}`)
    return known ? [...known.values()].sort((a, b) => a.now[0] - b.now[0] || a.now[1] - b.now[1]) : []
  }
}

/** Reads the log. Does not follow later changes of the map. */
export function readAliases(map: Y.Map<unknown>): AliasLog {
  return new AliasLog(map)
}

const logs = new WeakMap<Y.Map<unknown>, AliasLog>()

/** The log as it is now; one for all who ask, kept up to date entry by entry. */
export function liveAliases(map: Y.Map<unknown>): AliasLog {
  const known = logs.get(map)
  if (known) return known
  const log = new AliasLog(map)
  logs.set(map, log)
  map.observe(({ keysChanged }) => {
    for (const key of keysChanged) log.take(key, map.get(key))
  })
  return log
}

/**
 * Records that a person moved the characters of `from`, which now are those of `to`, one for one in order. Call inside a
 * transaction of the text document.
 */
export function writeAliases(map: Y.Map<unknown>, from: readonly IdRun[], to: readonly IdRun[]): void {
  for (const pair of pairs(from, to)) {
    write(map, pair, ({ bodies }, { toClient, toClock }) => {
      const number = Math.min(HIGHEST, 1 + Math.max(...bodies.map(({ rank }) => rank.number)))
      return { number, stemClient: toClient, stemClock: toClock, level: 0 }
    })
  }
}

/**
 * Records that an undo brought the characters of `from` back as those of `to`, one for one in order. Call inside a
 * transaction of the text document; `index` as it is now. They take the place of the body that ranked highest. Where another
 * body lives, which somebody else has moved meanwhile, they only take the place of what they were: undo undoes nobody's work.
 */
export function writeRestored(map: Y.Map<unknown>, index: IdIndex, from: readonly IdRun[], to: readonly IdRun[]): void {
  for (const pair of pairs(from, to)) {
    const { parts } = livingBodies(index, liveAliases(map), pair.run)
    const borders = parts.flatMap(({ offset, length }) => [offset, offset + length])
    for (const [i, start] of [0, ...borders].entries()) {
      const end = borders[i] ?? pair.run[2]
      if (start === end) continue
      const lives = i % 2 === 1
      const { run, toClient, toClock } = pair
      write(map, { run: [run[0], run[1] + start, end - start], toClient, toClock: toClock + start }, ({ bodies }, { client, clock }) => {
        const self = bodies.find((body) => body.client === client && body.clock === clock)
        const { rank } = lives && self ? self : bodies.reduce((a, b) => (outranks(a, b) ? a : b))
        return { ...rank, level: Math.min(HIGHEST, rank.level + 1) }
      })
    }
  }
}

/** Old and new characters, consecutive on either side. */
interface Pair {
  run: IdRun
  toClient: number
  toClock: number
}

function write(map: Y.Map<unknown>, { run, toClient, toClock }: Pair, rankOf: (family: Family, at: Omit<Alias, 'rank'>) => Rank): void {
  const log = liveAliases(map)
  const [client, clock] = run
  let done = 0
  for (const family of log.bodies.families(run)) {
    const at = { client, clock: clock + done, length: family.length, toClient, toClock: toClock + done }
    done += family.length
    const [key, value] = aliasEntry({ ...at, rank: rankOf(family, at) })
    if (map.has(key)) continue
    map.set(key, value)
    log.take(key, value)
  }
}

/** Records that words typed in place of deleted ones begin with `now`. Call inside a transaction of the text document. */
export function writeReplacement(map: Y.Map<unknown>, first: CharacterId, last: CharacterId, now: CharacterId): void {
  map.set(`${first.join(':')}~${last.join(':')}`, now)
}

/** Old and new characters side by side, cut where either side's are not consecutive. */
function pairs(from: readonly IdRun[], to: readonly IdRun[]): Pair[] {
  const list: Pair[] = []
  let i = 0
  let used = 0
  for (const [client, clock, length] of from) {
    for (let done = 0; done < length; ) {
      const target = to[i]
      if (!target) return list
      const count = Math.min(length - done, target[2] - used)
      list.push({ run: [client, clock + done, count], toClient: target[0], toClock: target[1] + used })
      done += count
      used += count
      if (used === target[2]) {
        i++
        used = 0
      }
    }
  }
  return list
}
