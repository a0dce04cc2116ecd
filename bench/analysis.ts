// The pictures of the analysis page over large workspaces: `npm run bench -- analysis [annotations ...]`.
import { openDatabase } from '#/db/client.ts'
import { FacetIndexes } from '#/db/facet-indexes.ts'
import { countTotalsInColumns } from '#/db/queries/analysis-columns.ts'
import { countMatrix } from '#/db/queries/analysis-matrix.ts'
import { countAddresses, countPositions } from '#/db/queries/analysis-networks.ts'
import { countTimeline } from '#/db/queries/analysis-timeline.ts'
import { countTogether } from '#/db/queries/analysis-together.ts'
import { readCodebook } from '#/db/queries/codebook.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { mintScope } from '#/db/scope.ts'
import { agreementTies } from '#/lib/analysis/agreement.ts'
import { actorGroups, themeGroups } from '#/lib/analysis/groups.ts'
import { cellAsk } from '#/lib/analysis/matrix-asks.ts'
import { addressNetwork, tieNetwork } from '#/lib/analysis/network.ts'
import { EVERYTHING } from '#/lib/query/query.ts'
import { startPostgres } from '#/tests/support/postgres-server.ts'
import { fillWorkspace } from './excerpts/fill-workspace.ts'
import { type Figure, median, percentile } from './figure.ts'

const SIZES = [20_000, 100_000]
const ROUNDS = 8

/** From a cell to its excerpts, of the page's 300 ms what the database may take. */
const CELL_GOAL = 100
/** Every picture, at the size a large desk reaches. */
const PICTURE_GOAL = { 20000: 150, 100000: 750 } as Record<number, number>

export async function run(sizes: string[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes.length > 0 ? sizes.map(Number) : SIZES) figures.push(...(await timeSize(size)))
  return figures
}

async function timeSize(size: number): Promise<Figure[]> {
  const server = await startPostgres()
  const database = await openDatabase({ url: server.url })
  try {
    const filled = await fillWorkspace(database.pool, size)
    console.log(`\n${size.toLocaleString('en')} annotations, PostgreSQL ${server.version}`)
    const bare = await timed('bare group by', () =>
      database.pool.query(`select a.actor_id, t.theme_id, t.stance, count(*) from excerpt_actors a
        join excerpt_themes t using (annotation_id) where a.role = 'source' group by 1, 2, 3`),
    )
    const pictures = await picturesOf(database.forWorkspace(filled.workspaceId), filled)
    const figures: Figure[] = []
    const goal = PICTURE_GOAL[size] ?? size / 200
    for (const [name, picture] of Object.entries(pictures)) {
      const times = await timed(name, picture)
      const bound = { bound: '<=' as const, value: name === 'cell' ? CELL_GOAL : goal }
      figures.push({ name: `analysis-${name}-${size}-p95`, value: percentile(times, 0.95), unit: 'ms', goal: bound })
      if (name === 'matrix')
        figures.push({
          name: `analysis-matrix-${size}-to-bare`,
          value: median(times) / median(bare),
          unit: 'ratio',
          goal: { bound: '<=', value: 1 },
        })
    }
    return figures
  } finally {
    await database.close()
    await server.stop()
  }
}

/** What the page asks for, as a member asks: behind the wall of the workspace. */
async function picturesOf(
  db: ReturnType<Awaited<ReturnType<typeof openDatabase>>['forWorkspace']>,
  { workspaceId, userId, actorIds, themeIds }: Awaited<ReturnType<typeof fillWorkspace>>,
): Promise<Record<string, () => Promise<unknown>>> {
  const indexes = new FacetIndexes()
  const scope = mintScope(workspaceId, userId, 'owner')
  const { actors, themes } = await readCodebook(db, scope)
  const groups = { actors: actorGroups(actors, 'actor'), themes: themeGroups(themes, 'theme') }
  const branches = { actors: actorGroups(actors, 'parent'), themes: themeGroups(themes, 'branch') }
  const counted = { actors: groups.actors.of, themes: groups.themes.of }
  const cell = cellAsk({ role: 'source', stance: 'any' }, groups, [actorIds[1] as string], [themeIds[1] as string])
  return {
    totals: () => countTotalsInColumns(db, scope, EVERYTHING, indexes),
    matrix: () => countMatrix(db, scope, EVERYTHING, { role: 'source', stances: [], ...counted }, indexes),
    'matrix-any-role': () => countMatrix(db, scope, EVERYTHING, { role: null, stances: [], ...counted }, indexes),
    'matrix-of-branches': () =>
      countMatrix(db, scope, EVERYTHING, { role: 'source', stances: [], actors: branches.actors.of, themes: branches.themes.of }, indexes),
    'themes-in-statement': () => countTogether(db, scope, EVERYTHING, 'statement', groups.themes.of, indexes),
    'themes-in-sentence': () => countTogether(db, scope, EVERYTHING, 'sentence', groups.themes.of, indexes),
    'themes-in-document': () => countTogether(db, scope, EVERYTHING, 'document', groups.themes.of, indexes),
    addresses: async () => {
      const { addresses, acting } = await countAddresses(db, scope, EVERYTHING, counted, indexes)
      return addressNetwork(addresses, acting, groups.actors)
    },
    agreement: async () => {
      const { positions, acting } = await countPositions(db, scope, EVERYTHING, counted, indexes)
      return tieNetwork('agreement', agreementTies(positions, { weight: 'once', norm: 'no' }), acting, groups)
    },
    'timeline-of-events': () => countTimeline(db, scope, EVERYTHING, { dates: 'happened', period: 'fit' }, branches.themes.of, indexes),
    timeline: () => countTimeline(db, scope, EVERYTHING, { dates: 'published', period: 'fit' }, branches.themes.of, indexes),
    cell: () =>
      Promise.all([
        pageOfExcerpts(db, scope, { query: cell, sort: 'document', after: null }),
        countTotalsInColumns(db, scope, cell, indexes),
      ]),
  }
}

async function timed(name: string, work: () => Promise<unknown>): Promise<number[]> {
  await work()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  console.log(`${name.padEnd(22)} p50 ${median(times).toFixed(0).padStart(5)} ms  p95 ${percentile(times, 0.95).toFixed(0).padStart(5)} ms`)
  return times
}
