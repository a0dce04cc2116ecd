import type * as Y from 'yjs'
import {
  type Alias,
  aliasEntry,
  type CharacterId,
  HIGHEST,
  parseAlias,
  parseTyped,
  type Rank,
  type Typed,
  typedEntry,
} from '#/lib/anchor/alias-entry.ts'
import { Bodies, type Family, outranks } from '#/lib/anchor/bodies.ts'
import type { IdIndex } from '#/lib/anchor/id-index.ts'
import { type Interval, IntervalList } from '#/lib/anchor/interval-list.ts'
import { livingBodies } from '#/lib/anchor/living-bodies.ts'
import { TypedList } from '#/lib/anchor/typed-list.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

interface Successor extends Interval {
  id: CharacterId
}

/** What the alias log of a text says (see alias-entry.ts). Entries that are none are passed over. */
export class AliasLog {
  readonly bodies = new Bodies()
  /** Per client by clock. */
  #typed = new Map<number, TypedList>()
  /** Per client, by the clock of the first and of the last of words: what was typed in their place. */
  #instead = new Map<number, IntervalList<Successor>>()

  constructor(map: Y.Map<unknown>) {
    map.forEach((value, key) => {
      this.take(key, value)
    })
  }

  /** Takes an entry as it is now. */
  take(key: string, value: unknown): void {
    const alias = parseAlias(key, value)
    if (alias) this.bodies.set(key, alias)
    else this.bodies.delete(key)
    const note = alias ? null : parseTyped(key, value)
    if (!note) return
    const list = this.#typed.get(note.id[0]) ?? new TypedList()
    this.#typed.set(note.id[0], list)
    list.add(note.id[1], note.typed)
    for (const [client, clock] of note.typed.instead ?? []) {
      const successors = this.#instead.get(client) ?? new IntervalList<Successor>()
      this.#instead.set(client, successors)
      successors.add({ start: clock, end: clock + 1, id: note.id })
    }
  }

  /** First characters of what was typed in place of words that began or ended with one of these characters. */
  successors([client, clock, length]: IdRun): CharacterId[] {
    return (this.#instead.get(client)?.within(clock, clock + length) ?? []).map(({ id }) => id)
  }

  /** What the log says of the last character of a client, up to this one, of which it says something. */
  typed(client: number, clock: number): { clock: number; typed: Partial<Typed> } | undefined {
    return this.#typed.get(client)?.upTo(clock)
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

/** Records what stood round a character when it was typed. Call inside the transaction that types it. */
export function writeTyped(map: Y.Map<unknown>, id: CharacterId, typed: Typed): void {
  const [key, value] = typedEntry(id, typed)
  map.set(key, value)
  liveAliases(map).take(key, value)
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
