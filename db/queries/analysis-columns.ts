import type { Db } from '#/db/client.ts'
import type { FacetIndexes } from '#/db/facet-indexes.ts'
import type { Scope } from '#/db/scope.ts'
import type { Counting } from '#/lib/facets/counters.ts'
import type { IdNumbers } from '#/lib/facets/id-numbers.ts'
import { countColumns, Tally } from '#/lib/facets/tally.ts'
import type { Query } from '#/lib/query/query.ts'
import { testMaker } from './excerpt-counts.ts'
import { columnsOf } from './facet-index.ts'
import { inTurns } from './in-turns.ts'
import { resolveQuery } from './resolve-query.ts'

/** What was counted of all that a query asks for, and how much that is. */
export interface Counted<C> {
  counters: C
  totals: { excerpts: number; documents: number }
}

/** Gives the statements that a query asks for to counters, at one moment, from columns in memory. */
export async function countInColumns<C extends readonly Counting[]>(
  db: Db,
  scope: Scope,
  query: Query,
  indexes: FacetIndexes,
  counters: (numbers: IdNumbers) => C,
): Promise<Counted<C>> {
  const { facets, made, tally } = await indexes.at(db, scope, async (tx, facets) => {
    const resolved = await resolveQuery(tx, scope, query)
    const testOf = await testMaker(tx, scope, facets, resolved)
    const made = counters(facets.numbers)
    const tally = new Tally(await testOf(resolved), [], { numbers: facets.numbers, themes: new Map(), stancesTowards: null }, made)
    return { facets, made, tally }
  })
  // Columns never change: nobody waits for the connection while they are counted.
  await inTurns(countColumns(columnsOf(facets), [tally]))
  return { counters: made, totals: { excerpts: tally.excerpts, documents: tally.documents } }
}

/** How many excerpts match, and in how many documents. */
export async function countTotalsInColumns(db: Db, scope: Scope, query: Query, indexes: FacetIndexes): Promise<Counted<[]>['totals']> {
  return (await countInColumns(db, scope, query, indexes, () => [])).totals
}
