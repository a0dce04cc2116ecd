import type { Db } from '#/db/client.ts'
import type { FacetIndexes } from '#/db/facet-indexes.ts'
import type { Scope } from '#/db/scope.ts'
import type { Position } from '#/lib/analysis/agreement.ts'
import { ActingCounter } from '#/lib/analysis/count/acting-counter.ts'
import { AddressCounter } from '#/lib/analysis/count/address-counter.ts'
import { PositionCounter } from '#/lib/analysis/count/position-counter.ts'
import type { CountedAs } from '#/lib/analysis/count/tag-marks.ts'
import type { Address } from '#/lib/analysis/network.ts'
import type { Query } from '#/lib/query/query.ts'
import { countInColumns } from './analysis-columns.ts'

/** Who addresses whom, with what is said most between them; and in how many statements each is a source or a recipient. */
export async function countAddresses(
  db: Db,
  scope: Scope,
  query: Query,
  countedAs: CountedAs,
  indexes: FacetIndexes,
): Promise<{ addresses: Address[]; acting: Record<string, number> }> {
  const { counters } = await countInColumns(
    db,
    scope,
    query,
    indexes,
    (numbers) => [new AddressCounter(numbers, countedAs), new ActingCounter(numbers, countedAs.actors, ['source', 'recipient'])] as const,
  )
  return { addresses: counters[0].addresses(), acting: counters[1].counts() }
}

/** Which sides actors take on themes, as sources; and in how many statements each is one. */
export async function countPositions(
  db: Db,
  scope: Scope,
  query: Query,
  countedAs: CountedAs,
  indexes: FacetIndexes,
): Promise<{ positions: Position[]; acting: Record<string, number> }> {
  const { counters } = await countInColumns(
    db,
    scope,
    query,
    indexes,
    (numbers) => [new PositionCounter(numbers, countedAs), new ActingCounter(numbers, countedAs.actors, ['source'])] as const,
  )
  return { positions: counters[0].positions(), acting: counters[1].counts() }
}
