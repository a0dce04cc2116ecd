// Queries and exports over a large workspace: `npm run bench -- excerpts [server|embedded] [annotations]`.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Database, openDatabase } from '#/db/client.ts'
import { countExcerpts } from '#/db/queries/excerpt-counts.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import type { FormatId } from '#/lib/format/export/export-format.ts'
import { EVERYTHING, type Query } from '#/lib/query/query.ts'
import { loadClaims } from '#/server/loaders/claims.ts'
import { exportExcerpts } from '#/server/usecases/export-excerpts.ts'
import { ask } from '#/tests/support/ask.ts'
import { startPostgres } from '#/tests/support/postgres-server.ts'
import { type FilledWorkspace, fillWorkspace } from './excerpts/fill-workspace.ts'
import { type Figure, percentile } from './figure.ts'

const PAGES = 6
const ROUNDS = 3

/** Queries, counts and exports on a Postgres server (default) or the embedded database, over 100,000 annotations unless said otherwise. */
export async function run([kind = 'server', count = '100000']: string[]): Promise<Figure[]> {
  const server = kind === 'server' ? await startPostgres() : null
  const database = await openDatabase(server ? { url: server.url } : { fsync: false })
  try {
    const filled = await fillWorkspace(database.pool, Number(count))
    const scope = mintScope(filled.workspaceId, filled.userId, 'owner')
    console.log(
      `${Number(count).toLocaleString('en')} annotations, ${kind === 'server' ? `PostgreSQL ${server?.version}` : 'embedded database'}`,
    )
    return [
      await timeQueries(database, scope, filled),
      await timeClaims(database, scope, Number(count)),
      ...(await timeExports(database, scope)),
    ]
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

async function timeQueries({ db }: Database, scope: Scope, filled: FilledWorkspace): Promise<Figure> {
  const all: number[] = []
  for (const [name, query] of Object.entries(queries(filled))) {
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
    const start = performance.now()
    const { excerpts } = await countExcerpts(db, scope, query)
    const counting = performance.now() - start
    all.push(...times)
    const [p50, p95] = [0.5, 0.95].map((share) => `${percentile(times, share).toFixed(0).padStart(4)} ms`)
    console.log(
      `${name.padEnd(24)} ${String(excerpts).padStart(7)} match   page p50 ${p50}  p95 ${p95}   all counts ${counting.toFixed(0).padStart(5)} ms`,
    )
  }
  return { name: 'excerpts-page-p95', value: percentile(all, 0.95), unit: 'ms', goal: { bound: '<=', value: 50 } }
}

async function timeExports({ db }: Database, scope: Scope): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const format of ['csv', 'jsonld', 'xlsx'] as const) {
    const { rows, seconds, work, bytes, growth } = await timeExport(db, scope, format)
    const rate = rows / seconds
    console.log(
      `${format.padEnd(6)} ${rows.toLocaleString('en')} lines, ${(bytes / 2 ** 20).toFixed(0)} MB in ${seconds.toFixed(1)} s (${work.toFixed(1)} s of this process); memory in use grew by ${growth.toFixed(1)} MB at most`,
    )
    if (format === 'csv') figures.push({ name: 'excerpts-csv-rate', value: rate, unit: 'rows/s', goal: { bound: '>=', value: 50_000 } })
    figures.push({ name: `excerpts-${format}-memory`, value: growth, unit: 'MB', goal: { bound: '<=', value: 16 } })
  }
  return figures
}

/** Looks at the memory in use at every so many pieces, after collecting what is not: an export that keeps what it wrote would grow. */
const LOOK_EVERY = 40

async function timeExport(db: Database['db'], scope: Scope, format: FormatId) {
  const made = await exportExcerpts(
    scope,
    { query: EVERYTHING, format, escapeFormulas: true },
    { db, log: db, origin: 'http://localhost', now: Date.now() },
  )
  if (!made.ok) throw new Error(made.reason)
  const collect = collector()
  let [rows, bytes, pieces, looking] = [0, 0, 0, 0]
  const inUse: number[] = []
  const start = performance.now()
  const work = process.cpuUsage()
  for await (const piece of made.body) {
    bytes += piece.length
    if (typeof piece === 'string') for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) rows++
    if (++pieces % LOOK_EVERY) continue
    const before = performance.now()
    collect()
    inUse.push(process.memoryUsage().heapUsed / 2 ** 20)
    looking += performance.now() - before
  }
  const growth = Math.max(0, ...inUse) - (inUse[0] ?? 0)
  const { user, system } = process.cpuUsage(work)
  return { rows, bytes, growth, seconds: (performance.now() - start - looking) / 1000, work: (user + system) / 1e6 }
}

function collector(): () => void {
  setFlagsFromString('--expose_gc')
  return runInNewContext('gc') as () => void
}
