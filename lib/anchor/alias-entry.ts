/*
 * The alias log of a text: what became of characters that are dead. A Y.Map with these sorts of entries, none of which is
 * ever changed or removed:
 *
 * "client:clock>client:clock" -> [length, rank] or [length, rank, client, clock, level]: these characters were created anew,
 * one for one in order, by a move, or by an undo (see `Rank`). Both identities are in the key, so what two people do at
 * once with the same characters makes two entries.
 * "client:clock" -> [length, client, clock]: the same as texts before had it; the last of concurrent ones.
 * "client:clock~client:clock" -> [client, clock]: the words from the first to the second character were deleted and others
 * typed in their place, beginning with that one. A passage that began or ended with those words follows.
 */
export type CharacterId = [client: number, clock: number]

/**
 * Which of several living bodies of a character stays: that of the higher number, then of the higher stem, then of the
 * higher level, then of the higher identity. Every body is ranked above all its author knew of the same character.
 */
export interface Rank {
  /** 0 as first typed; a move counts one more than the highest it knew. */
  number: number
  /** The moved body that an undo put a body in the place of; a moved body's own identity. */
  stemClient: number
  stemClock: number
  /** How often it was brought back since: 0 for a moved body. */
  level: number
}

/** Numbers and levels end here: with none beyond, nobody can claim a place for good that no move comes up to. */
export const HIGHEST = 1_000_000

/** Characters created anew; the ranks' clocks count along with the characters. */
export interface Alias {
  client: number
  clock: number
  length: number
  toClient: number
  toClock: number
  rank: Rank
}

/** Words that were typed in place of others. */
export interface Replacement {
  /** First and last character of the words that were deleted. */
  first: CharacterId
  last: CharacterId
  /** First character of the words typed in their place. */
  now: CharacterId
}

/** The characters of an entry of the first two sorts; null when key or value are not of that form. */
export function parseAlias(key: string, value: unknown): Alias | null {
  const match = /^(\d{1,16}):(\d{1,16})(?:>(\d{1,16}):(\d{1,16}))?$/.exec(key)
  if (!match || !isCounts(value)) return null
  const [client, clock, toClient, toClock] = match.slice(1).map(Number) as [number, number, number, number]
  const alias = match[3] === undefined ? oldAlias([client, clock], value) : newAlias([client, clock], [toClient, toClock], value)
  if (!alias || alias.length === 0) return null
  const { length, rank } = alias
  if (rank.number > HIGHEST || rank.level > HIGHEST) return null
  const ends = [alias.client, alias.toClient, alias.clock + length, alias.toClock + length, rank.stemClient, rank.stemClock + length]
  return ends.every(Number.isSafeInteger) ? alias : null
}

function oldAlias([client, clock]: CharacterId, value: readonly number[]): Alias | null {
  if (value.length !== 3) return null
  const [length, toClient, toClock] = value as [number, number, number]
  return { client, clock, length, toClient, toClock, rank: moved(1, toClient, toClock) }
}

function newAlias([client, clock]: CharacterId, [toClient, toClock]: CharacterId, value: readonly number[]): Alias | null {
  const [length, number, stemClient, stemClock, level] = value as [number, number, number, number, number]
  if (value.length === 2 && number > 0) return { client, clock, length, toClient, toClock, rank: moved(number, toClient, toClock) }
  if (value.length !== 5 || level === 0) return null
  return { client, clock, length, toClient, toClock, rank: { number, stemClient, stemClock, level } }
}

/** The rank of a body that a person made by moving another; or, with number 0, as first typed. */
export function moved(number: number, client: number, clock: number): Rank {
  return { number, stemClient: client, stemClock: clock, level: 0 }
}

/** The words of an entry of the third sort; null when key or value are not of that form. */
export function parseReplacement(key: string, value: unknown): Replacement | null {
  const match = /^(\d{1,16}):(\d{1,16})~(\d{1,16}):(\d{1,16})$/.exec(key)
  if (!match || !isCounts(value) || value.length !== 2) return null
  const [a, b, c, d] = match.slice(1).map(Number) as [number, number, number, number]
  const now = value as CharacterId
  // No words take their own place.
  const circle = now[0] === a && now[0] === c && now[1] >= b && now[1] <= d
  return circle ? null : { first: [a, b], last: [c, d], now }
}

/** Key and value of an entry of the first sort. */
export function aliasEntry({ client, clock, length, toClient, toClock, rank }: Alias): [key: string, value: number[]] {
  const { number, stemClient, stemClock, level } = rank
  return [`${client}:${clock}>${toClient}:${toClock}`, level === 0 ? [length, number] : [length, number, stemClient, stemClock, level]]
}

/**
 * Whether a key and a value are an entry that who wrote it could know of: about characters that the same client created
 * before. `writer`: the identity of the entry itself.
 */
export function isOwnEntry(key: string, value: unknown, [client, clock]: CharacterId): boolean {
  const alias = parseAlias(key, value)
  if (alias) return alias.toClient === client && alias.toClock + alias.length <= clock
  const now = parseReplacement(key, value)?.now
  return now !== undefined && now[0] === client && now[1] < clock
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((part) => Number.isSafeInteger(part) && part >= 0)
}
