// Queries over a large workspace: `npm run bench -- excerpts [server|embedded] [annotations]`. Needs a build: node scripts/prepare.mjs --build
import { randomBytes } from 'node:crypto'
import { type Database, type Db, openDatabase } from '#/db/client.ts'
import { FacetIndexes } from '#/db/facet-indexes.ts'
import { countExcerpts, countMatching } from '#/db/queries/excerpt-counts.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import { EVERYTHING, type Query } from '#/lib/query/query.ts'
import { loadClaims } from '#/server/loaders/claims.ts'
import { ask } from '#/tests/support/ask.ts'
import { startPostgres } from '#/tests/support/postgres-server.ts'
import { askOverHttp } from './excerpts/ask-over-http.ts'
import { type FilledWorkspace, fillWorkspace } from './excerpts/fill-workspace.ts'
import { type Figure, percentile } from './figure.ts'

const PAGES = 6
const ROUNDS = 3

/** How often all that can be counted is counted for each query. */
const COUNTS = 10
const GROWTH = [1_000, 10_000, 100_000, 1_000_000]

/** What is measured of all ten queries: times in ms, of pages and of all counts. */
interface Asked {
  pages: number[]
  counts: number[]
  /** What the first count after a start takes: everything is read into memory. */
  firstMs: number
  /** Memory for what is counted, MB. */
  mb: number
}

/**
 * Queries and counts on a Postgres server (default) or the embedded database, over 100,000 annotations unless said otherwise, and their
 * pages over HTTP; `growth`: queries and counts over a thousand to a million, as a table.
 */
export async function run([kind = 'server', count = '100000']: string[]): Promise<Figure[]> {
  if (kind === 'growth') return measureGrowth()
  return onDatabase(kind, Number(count), async (database, scope, filled, url) => {
    const { pages, counts } = await timeQueries(database, scope, filled)
    return [
      { name: 'excerpts-page-p95', value: percentile(pages, 0.95), unit: 'ms', goal: AT_DATABASE },
      { name: 'excerpts-counts-p95', value: percentile(counts, 0.95), unit: 'ms', goal: AT_DATABASE },
      ...(url ? [await timeHttp(database, url, filled)] : []),
      await timeClaims(database, scope, Number(count)),
    ]
  })
}

const AT_DATABASE = { bound: '<=' as const, value: 50 }
const TO_THE_PAGE = { bound: '<=' as const, value: 150 }

async function measureGrowth(): Promise<Figure[]> {
  const figures: Figure[] = []
  const table = [['annotations', 'page p50', 'page p95', 'all counts p50', 'all counts p95', 'first count', 'memory']]
  for (const size of GROWTH) {
    const { pages, counts, firstMs, mb } = await onDatabase('server', size, timeQueries)
    const shares = [pages, counts].flatMap((times) => [0.5, 0.95].map((share) => `${percentile(times, share).toFixed(0)} ms`))
    table.push([size.toLocaleString('en'), ...shares, `${(firstMs / 1000).toFixed(1)} s`, `${mb.toFixed(1)} MB`])
    // A page reads the places of documents and its own rows, whatever there is; a count goes through all excerpts.
    figures.push({ name: `excerpts-page-p95-of-${size}`, value: percentile(pages, 0.95), unit: 'ms', goal: AT_DATABASE })
    const goal = { bound: '<=' as const, value: Math.max(50, size / 2000) }
    figures.push({ name: `excerpts-counts-p95-of-${size}`, value: percentile(counts, 0.95), unit: 'ms', goal })
  }
  console.log(`\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}`)
  return figures
}

async function onDatabase<T>(
  kind: string,
  count: number,
  work: (database: Database, scope: Scope, filled: FilledWorkspace, url: string | null) => Promise<T>,
): Promise<T> {
  const server = kind === 'embedded' ? null : await startPostgres()
  const database = await openDatabase(server ? { url: server.url } : { fsync: false })
  try {
    const filled = await fillWorkspace(database.pool, count)
    const scope = mintScope(filled.workspaceId, filled.userId, 'owner')
    console.log(`\n${count.toLocaleString('en')} annotations, ${server ? `PostgreSQL ${server.version}` : 'embedded database'}`)
    return await work(database, scope, filled, server?.url ?? null)
  } finally {
    await database.close()
    await server?.stop()
  }
}

async function timeHttp(database: Database, url: string, filled: FilledWorkspace): Promise<Figure> {
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString('hex')
  const times = await askOverHttp(database, url, filled, queries(filled))
  for (const [name, ofQuery] of Object.entries(times)) console.log(`${name.padEnd(26)} to the page, with all counts ${shares(ofQuery)}`)
  return { name: 'excerpts-to-the-page-p95', value: percentile(Object.values(times).flat(), 0.95), unit: 'ms', goal: TO_THE_PAGE }
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
async function timeQueries(database: Database, scope: Scope, filled: FilledWorkspace): Promise<Asked> {
  const db = database.forWorkspace(scope.workspaceId)
  const [pages, counts]: [number[], number[]] = [[], []]
  const indexes = new FacetIndexes()
  const [firstMs] = await timeCounts(db, scope, EVERYTHING, indexes, 1)
  for (const [name, query] of Object.entries(queries(filled))) {
    const ofPages = await timePages(db, scope, query)
    const ofCounts = await timeCounts(db, scope, query, indexes, COUNTS)
    const matching = await countMatching(db, scope, query)
    pages.push(...ofPages)
    counts.push(...ofCounts)
    console.log(`${name.padEnd(26)} ${String(matching).padStart(7)} match   page ${shares(ofPages)}   all counts ${shares(ofCounts)}`)
  }
  console.log(`${'all ten'.padEnd(26)} ${''.padStart(7)}         page ${shares(pages)}   all counts ${shares(counts)}`)
  return { pages, counts, firstMs: firstMs ?? 0, mb: indexes.bytes / 1e6 }
}

async function timeCounts(db: Db, scope: Scope, query: Query, indexes: FacetIndexes, rounds: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await countExcerpts(db, scope, query, indexes)
    times.push(performance.now() - start)
  }
  return times
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
