import type { Db } from '#/db/client.ts'
import type { FacetIndexes } from '#/db/facet-indexes.ts'
import type { Scope } from '#/db/scope.ts'
import { type CountedTags, MatrixCounter } from '#/lib/analysis/count/matrix-counter.ts'
import type { Matrix } from '#/lib/analysis/tally.ts'
import type { Query } from '#/lib/query/query.ts'
import { countInColumns } from './analysis-columns.ts'

/** Statements by actor and theme. */
export async function countMatrix(db: Db, scope: Scope, query: Query, tags: CountedTags, indexes: FacetIndexes): Promise<Matrix> {
  const { counters } = await countInColumns(db, scope, query, indexes, (numbers) => [new MatrixCounter(numbers, tags)] as const)
  return counters[0].matrix()
}
