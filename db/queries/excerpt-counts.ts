import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { FacetIndexes } from '#/db/facet-indexes.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import type { CountingWorld } from '#/lib/facets/counters.ts'
import { columnsSay, every, type RowTest, rowTest } from '#/lib/facets/row-test.ts'
import { countColumns, Tally } from '#/lib/facets/tally.ts'
import { asked, askedKeys, DIMENSIONS, type Dimension } from '#/lib/query/facet-keys.ts'
import { allOf, conjuncts, type Query } from '#/lib/query/query.ts'
import { columnsOf, type FacetSnapshot } from './facet-index.ts'
import { hiddenLayers } from './hidden-layers.ts'
import { inTurns } from './in-turns.ts'
import { liveActors } from './live-actors.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import { matchingOrdinals } from './matching-ordinals.ts'
import { actorsMeant, detachedOnes, except, type ResolvedQuery, resolveQuery, themesMeant } from './resolve-query.ts'

/**
 * Counts what matches in total and by everything the results can be narrowed by, at one moment. Columns in memory are counted; which
 * excerpts match that columns know nothing of, words above all, the database says first.
 */
export async function countExcerpts(db: Db, scope: Scope, query: Query, indexes: FacetIndexes): Promise<ExcerptCounts> {
  const { facets, whole, orphans, others } = await indexes.at(db, scope, async (tx, facets) => {
    const resolved = await resolveQuery(tx, scope, query)
    const testOf = await testMaker(tx, scope, facets, resolved)
    const world = countingWorld(facets, resolved)
    const groups = Map.groupBy(DIMENSIONS, (dimension) => (isOfAlternatives(dimension, resolved.query) ? dimension : null))
    const whole = new Tally(await testOf(resolved), groups.get(null) ?? [], world)
    const orphans = new Tally(await testOf(detachedOnes(resolved)), [], world)
    const others: Tally[] = []
    for (const [field, dimensions] of groups) if (field) others.push(new Tally(await testOf(except(resolved, field)), dimensions, world))
    return { facets, whole, orphans, others }
  })
  // Columns never change: nobody waits for the connection while they are counted.
  const tallies = [whole, orphans, ...others]
  await inTurns(countColumns(columnsOf(facets), tallies))
  const by = Object.fromEntries(tallies.flatMap((tally) => tally.by())) as ExcerptCounts['by']
  by.actor = await ofLiveActors(db, scope, by.actor)
  return { excerpts: whole.excerpts, documents: whole.documents, outlets: whole.outlets, orphans: orphans.excerpts, by }
}

/** Makes tests of excerpts for queries: what columns can say they say, the rest the database is asked, once for all that share it. */
export async function testMaker(tx: Db, scope: Scope, { numbers }: FacetSnapshot, resolved: ResolvedQuery) {
  const hidden = numbers.flags(await hiddenLayers(tx, scope))
  const isSeen: RowTest = (columns, row) => columns.document.isLive && hidden[columns.layer(row)] !== 1
  const world = {
    numbers,
    actorsMeant: (condition: Parameters<typeof actorsMeant>[0]) => actorsMeant(condition, resolved),
    themesMeant: (condition: Parameters<typeof themesMeant>[0]) => themesMeant(condition, resolved.themes),
    isSeen,
  }
  const found = new Map<string, Promise<(ordinal: number) => boolean>>()
  return async ({ query }: ResolvedQuery): Promise<RowTest> => {
    const [said, left] = [conjuncts(query).filter(columnsSay), conjuncts(query).filter((part) => !columnsSay(part))]
    const tests = [isSeen, ...said.map((part) => rowTest(part, world))]
    if (left.length === 0) return every(tests)
    const key = JSON.stringify(left)
    const matching = found.get(key) ?? matchingOrdinals(tx, scope, { ...resolved, query: allOf(...left) })
    const matches = await found.set(key, matching).get(key)
    return every([...tests, (columns, row) => matches?.(columns.ordinal(row)) ?? false])
  }
}

/** How ids count for each other when this is asked. */
function countingWorld({ numbers }: FacetSnapshot, { query, themes }: ResolvedQuery): CountingWorld {
  const towards = asked(query, 'theme')
  const below = towards[0]?.below ?? true
  return {
    numbers,
    themes: new Map(themes.ids.map((id) => [id, below ? themes.above(id) : [id]])),
    stancesTowards: towards.length > 0 ? towards.flatMap((condition) => themesMeant(condition, themes)) : null,
  }
}

async function ofLiveActors(tx: Db, scope: Scope, counts: Record<string, number>): Promise<Record<string, number>> {
  const live = await liveActors(tx, scope, Object.keys(counts))
  return Object.fromEntries(live.map((id) => [id, counts[id] ?? 0]))
}

/** How many excerpts match. */
export async function countMatching(db: Db, scope: Scope, query: Query): Promise<number> {
  const resolved = await resolveQuery(db, scope, query)
  const { rows } = await db.execute<{ count: number }>(sql`
    select coalesce(sum(n), 0)::int as count
    from (
      select ${excerpts.documentId} as id, count(*) as n from ${excerpts}
      where ${excerptMatches(scope, resolved)} group by ${excerpts.documentId}
    ) hit join ${documents} on ${documents.id} = hit.id
    where ${documentMatches(scope, resolved)}`)
  return rows[0]?.count ?? 0
}

/** Whether what is asked along a dimension are alternatives, so that one more would add excerpts. */
function isOfAlternatives(dimension: Dimension, query: Query): boolean {
  if (dimension === 'actor') return false
  return dimension === 'theme' ? asked(query, 'theme').length === 1 : askedKeys(query, dimension).length > 0
}
