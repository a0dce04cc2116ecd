import type { AliasLookup } from '#/lib/anchor/alias.ts'
import type { IdIndex } from '#/lib/anchor/id-index.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/** How often characters are followed from one identity to the next. */
const MOST_HOPS = 32

/**
 * The identity that dead characters had last, one for one and in order: what became of them and died as well, else their
 * own. What they became and is alive is another character's business by now: they then count as dead where they were.
 */
export function lastBodies(index: IdIndex, aliases: AliasLookup, run: IdRun, hops = 0): IdRun[] {
  const [client, clock, length] = run
  const next = hops < MOST_HOPS ? aliases(client, clock, length) : []
  const found = next.reduce((sum, [, , count]) => sum + count, 0)
  if (found === 0) return [run]
  if (found === length && !next.some((one) => isAlive(index, one))) return next.flatMap((one) => lastBodies(index, aliases, one, hops + 1))
  if (length === 1) return [run]
  const half = length >> 1
  return [
    ...lastBodies(index, aliases, [client, clock, half], hops),
    ...lastBodies(index, aliases, [client, clock + half, length - half], hops),
  ]
}

function isAlive(index: IdIndex, [client, clock, length]: IdRun): boolean {
  return index.pieces(client, clock, length).some((piece) => piece.state === 'alive')
}
