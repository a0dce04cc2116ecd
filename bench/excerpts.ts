// Queries over a large workspace: `npm run bench -- excerpts [server|embedded] [annotations]`.
import { type Database, type Db, openDatabase } from '#/db/client.ts'
import { FacetIndexes } from '#/db/facet-indexes.ts'
import { countExcerpts } from '#/db/queries/excerpt-counts.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import type { Query } from '#/lib/query/query.ts'
import { loadClaims } from '#/server/loaders/claims.ts'
import { ask } from '#/tests/support/ask.ts'
import { startPostgres } from '#/tests/support/postgres-server.ts'
import { type FilledWorkspace, fillWorkspace } from './excerpts/fill-workspace.ts'
import { type Figure, percentile } from './figure.ts'

const PAGES = 6
const ROUNDS = 3

/** How often all that can be counted is counted for each query. */
const COUNTS = 3
const GROWTH = [1_000, 10_000, 100_000, 1_000_000]

/**
 * Queries and counts on a Postgres server (default) or the embedded database, over 100,000 annotations unless said otherwise;
 * `growth`: over a thousand to a million.
 */
export async function run([kind = 'server', count = '100000']: string[]): Promise<Figure[]> {
  if (kind === 'growth') {
    const figures: Figure[] = []
    for (const size of GROWTH) figures.push(...(await onDatabase('server', size, timeQueries)))
    return figures
  }
  return onDatabase(kind, Number(count), async (database, scope, filled) => [
    ...(await timeQueries(database, scope, filled)),
    await timeClaims(database, scope, Number(count)),
  ])
}

async function onDatabase(
  kind: string,
  count: number,
  work: (database: Database, scope: Scope, filled: FilledWorkspace) => Promise<Figure[]>,
): Promise<Figure[]> {
  const server = kind === 'embedded' ? null : await startPostgres()
  const database = await openDatabase(server ? { url: server.url } : { fsync: false })
  try {
    const filled = await fillWorkspace(database.pool, count)
    const scope = mintScope(filled.workspaceId, filled.userId, 'owner')
    console.log(`\n${count.toLocaleString('en')} annotations, ${server ? `PostgreSQL ${server.version}` : 'embedded database'}`)
    return await work(database, scope, filled)
  } finally {
    await database.close()
    await server?.stop()
  }
}

/** Ten that people ask, from what a page opens with to what is rare, with nearness and full text among them. */
function queries({ themeIds, actorIds }: FilledWorkspace): Record<string, Query> {
  const theme = (n: number) => `theme:#${themeIds[n]}`
  const actor = (n: number) => `actor:#${actorIds[n]}`
  const written = {
    everything: '',
    'a frequent theme': theme(0),
    'a branch, one stance': `${theme(3)} with stance opposes`,
    'a rare source': `${actor(58)} as source`,
    'who to whom': `${actor(1)} as source and ${actor(39)} as recipient`,
    'theme or theme, not actor': `(${theme(8)} or ${theme(9)}) and not ${actor(8)}`,
    'a language and a year': 'language:ar and published:2017',
    'a word of quotes': 'quote:"deconfliction lines" and quote:abcde',
    'a part of a word': 'abcde',
    'same sentence': `${theme(30)} in same sentence as ${actor(50)}`,
  }
  return Object.fromEntries(Object.entries(written).map(([name, text]) => [name, ask(text)]))
}

/** The page of claims, both views. It goes through all annotations: 500 ms for 20,000 of them. */
async function timeClaims({ db }: Database, scope: Scope, count: number): Promise<Figure> {
  const all: number[] = []
  const filter = { actorId: null, from: null, until: null }
  for (let round = 0; round < ROUNDS; round++)
    for (const view of ['contradictions', 'corroboration'] as const)
      for (const page of [0, 3]) {
        const start = performance.now()
        await loadClaims(db, scope, { view, filter, page })
        all.push(performance.now() - start)
      }
  return { name: 'claims-page-p95', value: percentile(all, 0.95), unit: 'ms', goal: { bound: '<=', value: count / 40 } }
}

/** As members ask: behind the wall of their workspace. */
async function timeQueries(database: Database, scope: Scope, filled: FilledWorkspace): Promise<Figure[]> {
  const db = database.forWorkspace(scope.workspaceId)
  const [pages, counts]: [number[], number[]] = [[], []]
  const indexes = new FacetIndexes()
  for (const [name, query] of Object.entries(queries(filled))) {
    const ofPages = await timePages(db, scope, query)
    const ofCounts: number[] = []
    let matching = 0
    for (let round = 0; round < COUNTS; round++) {
      const start = performance.now()
      matching = (await countExcerpts(db, scope, query, indexes)).excerpts
      ofCounts.push(performance.now() - start)
    }
    pages.push(...ofPages)
    counts.push(...ofCounts)
    console.log(`${name.padEnd(26)} ${String(matching).padStart(7)} match   page ${shares(ofPages)}   all counts ${shares(ofCounts)}`)
  }
  console.log(`${'all ten'.padEnd(26)} ${''.padStart(7)}         page ${shares(pages)}   all counts ${shares(counts)}`)
  const goal = { bound: '<=' as const, value: 50 }
  return [
    { name: 'excerpts-page-p95', value: percentile(pages, 0.95), unit: 'ms', goal },
    { name: 'excerpts-counts-p95', value: percentile(counts, 0.95), unit: 'ms', goal },
  ]
}

async function timePages(db: Db, scope: Scope, query: Query): Promise<number[]> {
  const times: number[] = []
  for (const sort of ['document', 'recent'] as const)
    for (let round = 0; round < ROUNDS; round++) {
      let after: string | null = null
      for (let page = 0; page < PAGES; page++) {
        const start = performance.now()
        after = (await pageOfExcerpts(db, scope, { query, sort, after })).next
        times.push(performance.now() - start)
        if (after === null) break
      }
    }
  return times
}

function shares(times: readonly number[]): string {
  return [0.5, 0.95]
    .map(
      (share) =>
        `p${share * 100} ${percentile([...times], share)
          .toFixed(0)
          .padStart(4)} ms`,
    )
    .join('  ')
}
