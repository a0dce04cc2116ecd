import { type Alias, moved, type Rank } from '#/lib/anchor/alias-entry.ts'
import { appendRun } from '#/lib/anchor/id-index.ts'
import { type Interval, IntervalList } from '#/lib/anchor/interval-list.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/**
 * One of the places characters have had. Yjs cannot move a character: it is deleted and another is created for it. All
 * identities that were created for a character, and for those, and so on, are its bodies; at most one of them is to live.
 */
export interface Body {
  client: number
  clock: number
  rank: Rank
  /** Number of the body that a person put where this one stands, or 0: what an undo brings back stands where it stood. */
  site: number
  /** Number of the body it was created for; its own for the first. */
  from: number
}

/** Consecutive characters with as many bodies each; a body's clock is that of the first of them. */
export interface Family {
  length: number
  /** The first one first, then in the order they were created from one another. */
  bodies: Body[]
}

/** How many identities of one character are followed; a text moved more often than that is given up. */
const MOST_BODIES = 64

interface Link extends Interval, Alias {}
/** Links of one character, and the clock at which the first of them ends. */
interface Held {
  links: Link[]
  end: number
}

/** The bodies of all characters that have more than one, by what the alias log says. */
export class Bodies {
  #forward = new Map<number, IntervalList<Link>>()
  #backward = new Map<number, IntervalList<Link>>()
  #links = new Map<string, [forward: Link, backward: Link]>()
  /** Links of characters that have very many, until the log changes: sorting them for each of those would take forever. */
  #crowds = new Map<IntervalList<Link>, Map<number, Held>>()

  /** Takes the entry of a key, in place of what the key said before. */
  set(key: string, alias: Alias): void {
    // Who wrote an entry took it already, and hears of it again.
    if (this.#links.has(key) && isSame(this.#links.get(key)![0], alias)) return
    this.delete(key)
    this.#crowds.clear()
    const forward = { ...alias, start: alias.clock, end: alias.clock + alias.length }
    const backward = { ...alias, start: alias.toClock, end: alias.toClock + alias.length }
    this.#links.set(key, [forward, backward])
    listOf(this.#forward, alias.client).add(forward)
    listOf(this.#backward, alias.toClient).add(backward)
  }

  delete(key: string): void {
    const links = this.#links.get(key)
    if (!links) return
    this.#links.delete(key)
    this.#crowds.clear()
    this.#forward.get(links[0].client)?.remove(links[0])
    this.#backward.get(links[1].toClient)?.remove(links[1])
  }

  /** Whether the log says of any of these characters for which other one it was created. */
  tellsOf([client, clock, length]: IdRun): boolean {
    const list = this.#backward.get(client)
    return list !== undefined && (list.nextStart(clock) < clock + length || list.holding(clock).length > 0)
  }

  /** Cuts a run into families, in order. Characters created once are a family of one body. */
  families([client, clock, length]: IdRun): Family[] {
    const families: Family[] = []
    for (let at = clock; at < clock + length; at += families.at(-1)!.length) families.push(this.#family(client, at, clock + length - at))
    return families
  }

  /** The characters these were created for, which were created for none. Cut where they are not consecutive. */
  origins(run: IdRun): IdRun[] {
    // Nothing is ever created anew under the ids of an import, which most passages stand on.
    if (!this.#backward.has(run[0])) return [run]
    const runs: IdRun[] = []
    for (const { length, bodies } of this.families(run)) appendRun(runs, bodies[0]!.client, bodies[0]!.clock, length)
    return runs
  }

  #family(client: number, clock: number, most: number): Family {
    const family: Family = { length: most, bodies: [] }
    family.bodies.push(this.#first(family, client, clock))
    const seen = new Set(family.bodies.map(name))
    for (let i = 0; i < family.bodies.length; i++) {
      const { client, clock, site } = family.bodies[i]!
      for (const link of this.#holding(this.#forward, family, client, clock)) {
        const offset = clock - link.start
        const rank = { ...link.rank, stemClock: link.rank.stemClock + offset }
        const body = {
          client: link.toClient,
          clock: link.toClock + offset,
          rank,
          site: rank.level > 0 ? site : family.bodies.length,
          from: i,
        }
        if (seen.has(name(body)) || family.bodies.length >= MOST_BODIES) continue
        seen.add(name(body))
        family.bodies.push(body)
      }
    }
    return family
  }

  /** Follows a character back to the one it was first. */
  #first(family: Family, client: number, clock: number): Body {
    const seen = new Set<string>()
    for (let at = { client, clock }; ; ) {
      seen.add(name(at))
      const [link] = this.#holding(this.#backward, family, at.client, at.clock)
      const before = link && { client: link.client, clock: link.clock + at.clock - link.start }
      // Only a forged log leads in a circle.
      if (!before || seen.has(name(before)) || seen.size >= MOST_BODIES)
        return { ...at, rank: moved(0, at.client, at.clock), site: 0, from: 0 }
      at = before
    }
  }

  /** The links of a character in an order all peers agree on; shortens the family to where they stay the same. */
  #holding(lists: ReadonlyMap<number, IntervalList<Link>>, family: Family, client: number, clock: number): Link[] {
    const list = lists.get(client)
    if (!list) return []
    const { links, end } = this.#crowds.get(list)?.get(clock) ?? this.#held(list, clock)
    family.length = Math.min(family.length, list.nextStart(clock) - clock, end - clock)
    return links
  }

  #held(list: IntervalList<Link>, clock: number): Held {
    const links = list.holding(clock).sort(compareLinks)
    const end = links.reduce((first, link) => Math.min(first, link.end), Number.POSITIVE_INFINITY)
    if (links.length <= MOST_BODIES) return { links, end }
    const held = { links: links.slice(0, MOST_BODIES), end }
    this.#crowds.set(list, (this.#crowds.get(list) ?? new Map<number, Held>()).set(clock, held))
    return held
  }
}

/** Whether body `b` came of body `a`, and by a move among others: whoever made it knew that `a` was left behind. */
export function wasMovedFrom(bodies: readonly Body[], a: Body, b: Body): boolean {
  if (a.site === b.site) return false
  let body = b
  while (body !== a && body.from !== bodies.indexOf(body)) body = bodies[body.from]!
  return body === a
}

/** Whether of two living bodies of one character `a` is the one to stay. Every peer answers alike. */
export function outranks(a: Body, b: Body): boolean {
  const [x, y] = [order(a), order(b)]
  const i = x.findIndex((part, i) => part !== y[i])
  return i >= 0 && x[i]! > y[i]!
}

const order = ({ client, clock, rank }: Body) => [rank.number, rank.stemClient, rank.stemClock, rank.level, client, clock]
const name = ({ client, clock }: Pick<Body, 'client' | 'clock'>) => `${client}:${clock}`

/** Whether two entries of one key say the same. */
function isSame(a: Alias, b: Alias): boolean {
  const parts = ({ length, toClient, toClock, rank }: Alias) => [
    length,
    toClient,
    toClock,
    rank.number,
    rank.stemClient,
    rank.stemClock,
    rank.level,
  ]
  const others = parts(b)
  return parts(a).every((part, i) => part === others[i])
}

function compareLinks(a: Link, b: Link): number {
  return (
    a.rank.number - b.rank.number ||
    a.rank.level - b.rank.level ||
    a.toClient - b.toClient ||
    a.toClock - b.toClock ||
    a.client - b.client ||
    a.clock - b.clock
  )
}

function listOf(lists: Map<number, IntervalList<Link>>, client: number): IntervalList<Link> {
  const list = lists.get(client) ?? new IntervalList<Link>()
  lists.set(client, list)
  return list
}
