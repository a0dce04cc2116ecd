import type { AliasLog } from '#/lib/anchor/alias.ts'
import { type Body, type Family, outranks } from '#/lib/anchor/bodies.ts'
import type { IdIndex } from '#/lib/anchor/id-index.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/** Some characters of a run that live, as themselves or as another body. */
export interface LivingPart {
  /** Which of the run's characters: the first is 0. */
  offset: number
  length: number
  /** Flat index of the first of them; the others follow it. */
  flat: number
  /** As which body; its identity is that of the family's first character. */
  body: Body
  /** Whether they stand where those of the run were put, not where a person has moved them since. */
  home: boolean
}
export interface Living {
  /** In the order of the run. */
  parts: LivingPart[]
  /** Where dead bodies of them stood, and whether that was at home. */
  tombstones: { run: IdRun; flat: number; home: boolean }[]
  /** Bodies that live though a body of the same characters outranks them. */
  doubled: IdRun[]
  /** How many characters of bodies have not been received. */
  unknown: number
}

/** What lives of the characters of a run, as whichever body. */
export function livingBodies(index: IdIndex, log: AliasLog, run: IdRun): Living {
  const living: Living = { parts: [], tombstones: [], doubled: [], unknown: 0 }
  let begin = 0
  for (const family of log.bodies.families(run)) {
    collect(index, family, run[0], run[1] + begin, begin, living)
    begin += family.length
  }
  return living
}

function collect(index: IdIndex, { length, bodies }: Family, ownClient: number, ownClock: number, begin: number, living: Living): void {
  const own = bodies.find((body) => body.client === ownClient && body.clock === ownClock)
  /** What no body has been found alive for yet. */
  let open: Part[] = [[0, length]]
  const found: LivingPart[] = []
  for (const body of bodies.toSorted((a, b) => (outranks(a, b) ? -1 : 1))) {
    const { client, clock, site } = body
    for (const piece of index.pieces(client, clock, length)) {
      if (piece.state === 'unknown') living.unknown += piece.length
      if (piece.state === 'dead' && piece.flat !== null)
        living.tombstones.push({ run: [client, piece.clock, piece.length], flat: piece.flat, home: site === own?.site })
      if (piece.state !== 'alive') continue
      const from = piece.clock - clock
      const to = from + piece.length
      const first = open.map(([a, b]): Part => [Math.max(a, from), Math.min(b, to)]).filter(([a, b]) => a < b)
      for (const [a, b] of first)
        found.push({ offset: begin + a, length: b - a, flat: piece.flat! + a - from, body, home: site === own?.site })
      for (const [a, b] of minus([[from, to]], first)) living.doubled.push([client, clock + a, b - a])
      open = minus(open, first)
    }
  }
  living.parts.push(...found.sort((a, b) => a.offset - b.offset))
}

/** From `from` (inclusive) to `to` (exclusive). */
type Part = [from: number, to: number]

/** What of the parts lies in none of the others. */
function minus(parts: readonly Part[], others: readonly Part[]): Part[] {
  return others.reduce<readonly Part[]>(
    (rest, [a, b]) =>
      rest
        .flatMap(([from, to]): Part[] => [
          [from, Math.min(to, a)],
          [Math.max(from, b), to],
        ])
        .filter(([from, to]) => from < to),
    parts,
  ) as Part[]
}
