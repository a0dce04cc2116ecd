/*
 * The alias log of a text: what became of characters that are dead. A Y.Map with these sorts of entries, none of which is
 * ever changed or removed:
 *
 * "client:clock>client:clock" -> [length, rank, restored]: these characters were created anew, one for one in order, by a
 * move (restored 0) or by an undo (1). Both identities are in the key, so what two people do at once with the same
 * characters makes two entries.
 * "client:clock" -> [length, client, clock]: the same as texts before had it; the last of concurrent ones.
 * "client:clock~client:clock" -> [client, clock]: the words from the first to the second character were deleted and others
 * typed in their place, beginning with that one. A passage that began or ended with those words follows.
 */
export type CharacterId = [client: number, clock: number]

/** Characters created anew. */
export interface Alias {
  client: number
  clock: number
  length: number
  toClient: number
  toClock: number
  /** Of several living bodies of a character the one of the highest rank stays, see bodies.ts. */
  rank: number
  /** Whether an undo or redo brought them back, rather than a person moving them. */
  restored: boolean
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
  if (!match || !counts(value, 3) || value[0] === 0) return null
  const [client, clock] = [Number(match[1]), Number(match[2])]
  const alias =
    match[3] === undefined
      ? { client, clock, length: value[0]!, toClient: value[1]!, toClock: value[2]!, rank: 1, restored: false }
      : {
          client,
          clock,
          length: value[0]!,
          toClient: Number(match[3]),
          toClock: Number(match[4]),
          rank: value[1]!,
          restored: value[2] === 1,
        }
  if (match[3] !== undefined && (value[2]! > 1 || (value[1] === 0 && value[2] === 0))) return null
  const ends = [alias.client, alias.toClient, alias.clock + alias.length, alias.toClock + alias.length]
  return ends.every(Number.isSafeInteger) ? alias : null
}

/** The words of an entry of the third sort; null when key or value are not of that form. */
export function parseReplacement(key: string, value: unknown): Replacement | null {
  const match = /^(\d{1,16}):(\d{1,16})~(\d{1,16}):(\d{1,16})$/.exec(key)
  if (!match || !counts(value, 2)) return null
  const [a, b, c, d] = match.slice(1).map(Number) as [number, number, number, number]
  const now = value as CharacterId
  // No words take their own place.
  const circle = now[0] === a && now[0] === c && now[1] >= b && now[1] <= d
  return circle ? null : { first: [a, b], last: [c, d], now }
}

/** Key and value of an entry of the first sort. */
export function aliasEntry(alias: Alias): [key: string, value: [length: number, rank: number, restored: number]] {
  const { client, clock, length, toClient, toClock, rank, restored } = alias
  return [`${client}:${clock}>${toClient}:${toClock}`, [length, rank, restored ? 1 : 0]]
}

/** Whether a key and a value are an entry of the log. */
export function isAliasEntry(key: string, value: unknown): boolean {
  return parseAlias(key, value) !== null || parseReplacement(key, value) !== null
}

function counts(value: unknown, length: number): value is number[] {
  return Array.isArray(value) && value.length === length && value.every((part) => Number.isSafeInteger(part) && part >= 0)
}
