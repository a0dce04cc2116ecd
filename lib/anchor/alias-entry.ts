/*
 * The alias log of a text: what became of characters that are dead. A Y.Map with these sorts of entries, none of which is
 * ever changed or removed:
 *
 * "client:clock>client:clock" -> [length, rank] or [length, rank, client, clock, level]: these characters were created anew,
 * one for one in order, by a move, or by an undo (see `Rank`). Both identities are in the key, so what two people do at
 * once with the same characters makes two entries.
 * "client:clock" -> [length, client, clock]: the same as texts before had it; the last of concurrent ones.
 * "client:clock^" -> [client, clock, client, clock]: on either side of this character stood these two when it was typed; its
 * own id where there was none. Written only where Yjs remembers others, which were dead by then, or formats (see
 * membership.ts). With [..., client, clock, client, clock] after that: it begins what was typed in place of the words from
 * the one to the other, deleted right before by the same person.
 * "client:clock~client:clock" -> [client, clock]: what was typed in place of words, as texts before had it.
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

/** What its author saw round a character that was typed. Null at the text's edge. */
export interface Typed {
  left: CharacterId | null
  right: CharacterId | null
  /** First and last character of the words it was typed in place of. */
  instead?: [first: CharacterId, last: CharacterId]
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

/** A typed character and what is said of it; null when key or value are not of that form. Texts before said nothing of its sides. */
export function parseTyped(key: string, value: unknown): { id: CharacterId; typed: Partial<Typed> } | null {
  const old = /^(\d{1,16}):(\d{1,16})~(\d{1,16}):(\d{1,16})$/.exec(key)
  if (old) {
    const [a, b, c, d] = old.slice(1).map(Number) as [number, number, number, number]
    return isCounts(value) && value.length === 2
      ? {
          id: value as CharacterId,
          typed: {
            instead: [
              [a, b],
              [c, d],
            ],
          },
        }
      : null
  }
  const match = /^(\d{1,16}):(\d{1,16})\^$/.exec(key)
  if (!match || !isCounts(value) || (value.length !== 4 && value.length !== 8)) return null
  const id: CharacterId = [Number(match[1]), Number(match[2])]
  const [a, b, c, d, ...words] = value as [number, number, number, number, ...number[]]
  const side = (client: number, clock: number): CharacterId | null => (client === id[0] && clock === id[1] ? null : [client, clock])
  const [e, f, g, h] = words as [number, number, number, number]
  return {
    id,
    typed: {
      left: side(a, b),
      right: side(c, d),
      ...(words.length > 0 && {
        instead: [
          [e, f],
          [g, h],
        ],
      }),
    },
  }
}

/** Key and value of an entry of the third sort. */
export function typedEntry(id: CharacterId, { left, right, instead }: Typed): [key: string, value: number[]] {
  return [`${id.join(':')}^`, [...(left ?? id), ...(right ?? id), ...(instead ?? []).flat()]]
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
  const id = parseTyped(key, value)?.id
  return id !== undefined && id[0] === client && id[1] < clock
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((part) => Number.isSafeInteger(part) && part >= 0)
}
