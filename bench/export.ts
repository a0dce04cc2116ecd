// Taking everything away from a large workspace over HTTP: `npm run bench -- export [excerpts]`. Linux only, needs a build: node scripts/prepare.mjs --build
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Database, openDatabase } from '#/db/client.ts'
import { countMatching } from '#/db/queries/excerpt-counts.ts'
import { mintScope } from '#/db/scope.ts'
import type { FormatId } from '#/lib/format/export/export-format.ts'
import { ask } from '#/tests/support/ask.ts'
import { signIn } from '#/tests/support/collab-server.ts'
import { type PostgresServer, startPostgres } from '#/tests/support/postgres-server.ts'
import { type Product, startProduct } from '#/tests/support/start-product.ts'
import { type FilledWorkspace, fillWorkspace } from './excerpts/fill-workspace.ts'
import { fillRooms } from './export/fill-rooms.ts'
import { type Taken, takeExport } from './export/take-export.ts'
import type { Figure } from './figure.ts'

const FORMATS = ['csv', 'xlsx', 'jsonld', 'qdpx'] as const satisfies readonly FormatId[]
type Measured = Record<(typeof FORMATS)[number], Taken>

/** What is asked of each: rows of CSV and XLSX (one for every tag), excerpts of the others, per second. */
const RATES: Record<(typeof FORMATS)[number], number> = { csv: 50_000, xlsx: 20_000, jsonld: 10_000, qdpx: 5000 }

/** How much more memory ten times as many excerpts may need, MB. */
const GROWTH_MB = 100
/** What somebody may wait for the page of excerpts meanwhile, ms. */
const PAGE_MS = 500

/** Each format from a product of its own, with a tenth of the excerpts and with all of them. */
export async function run([count = '100000']: string[]): Promise<Figure[]> {
  const few = await measure(Number(count) / 10)
  const all = await measure(Number(count))
  return [
    ...FORMATS.flatMap((format) => figuresOf(format, few.taken[format], all.taken[format])),
    { name: 'export-csv-to-copy', value: all.taken.csv.seconds / all.copySeconds, unit: 'ratio', goal: { bound: '<=', value: 6 } },
  ]
}

function figuresOf(format: (typeof FORMATS)[number], few: Taken, all: Taken): Figure[] {
  return [
    { name: `export-${format}-rate`, value: all.rows / all.seconds, unit: 'rows/s', goal: { bound: '>=', value: RATES[format] } },
    { name: `export-${format}-memory-growth`, value: all.peakMb - few.peakMb, unit: 'MB', goal: { bound: '<=', value: GROWTH_MB } },
    { name: `export-${format}-page-slowest`, value: all.slowestPageMs, unit: 'ms', goal: { bound: '<=', value: PAGE_MS } },
  ]
}

async function measure(count: number): Promise<{ taken: Measured; copySeconds: number }> {
  const server = await startPostgres()
  // The product believes the sessions this process opens.
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString('hex')
  try {
    const database = await openDatabase({ url: server.url })
    const filled = await fillWorkspace(database.pool, count)
    await fillRooms(database.db, filled.workspaceId)
    await database.pool.query('vacuum analyze')
    const rows = await countRows(database, filled)
    const { cookie } = await signIn(database.db, filled.userId)
    await database.close()
    console.log(
      `\n${count.toLocaleString('en')} excerpts, ${rows.csv.toLocaleString('en')} with a row for every tag, PostgreSQL ${server.version}`,
    )
    const taken = {} as Measured
    for (const format of FORMATS) {
      taken[format] = await inProduct(server, (product) => takeExport(product, { ...filled, cookie, format, rows: rows[format] }))
      console.log(sayTaken(format, taken[format]))
    }
    const copySeconds = await timeCopy(server)
    console.log(`the same rows by COPY TO STDOUT, without a word of them made: ${copySeconds.toFixed(1)} s`)
    return { taken, copySeconds }
  } finally {
    await server.stop()
  }
}

async function countRows({ pool, forWorkspace }: Database, { workspaceId, userId }: FilledWorkspace) {
  const { rows } = await pool.query<{ tags: string }>(
    'select (select count(*) from excerpt_actors) + (select count(*) from excerpt_themes) as tags',
  )
  const excerpts = await countMatching(forWorkspace(workspaceId), mintScope(workspaceId, userId, 'owner'), ask(''))
  const tags = Number(rows[0]?.tags)
  return { csv: tags, xlsx: tags, jsonld: excerpts, qdpx: excerpts }
}

async function inProduct<T>(server: PostgresServer, work: (product: Product) => Promise<T>): Promise<T> {
  const product = await startProduct({
    env: { DATABASE_URL: server.url, SAMPLE: '0', NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET as string },
  })
  try {
    return await work(product)
  } finally {
    await product.stop()
  }
}

function sayTaken(format: FormatId, { rows, seconds, bytes, idleMb, peakMb, slowestPageMs, pages, alonePageMs }: Taken): string {
  return [
    `${format.padEnd(6)} ${Math.round(rows / seconds).toLocaleString('en')} rows/s: ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s;`,
    `resident ${idleMb.toFixed(0)} MB idle, ${peakMb.toFixed(0)} MB more at most;`,
    `${pages} pages meanwhile, the slowest after ${slowestPageMs.toFixed(0)} ms (alone ${alonePageMs.toFixed(0)} ms)`,
  ].join(' ')
}

/** What the database alone needs to hand out the columns of the same rows. */
async function timeCopy(server: PostgresServer): Promise<number> {
  const rows = `select * from excerpts e join documents d on d.id = e.document_id join users u on u.id = e.tagger_id
    join (select annotation_id, actor_id as tag, role as how from excerpt_actors union all select annotation_id, theme_id, stance from excerpt_themes) tags using (annotation_id)`
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const start = performance.now()
  await client.query(`copy (${rows}) to stdout (format csv)`) // what comes is dropped
  const seconds = (performance.now() - start) / 1000
  await client.end()
  return seconds
}
