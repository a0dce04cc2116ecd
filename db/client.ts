import { join } from 'node:path'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { copyEmbedded } from './embedded/copy.ts'
import { type Embedded, startEmbedded } from './embedded/start.ts'
import { hideParametersOfFailedQueries } from './failed-query.ts'
import { MemberPool } from './member-pool.ts'
import { memberWallStands, raiseMemberWall } from './member-wall.ts'

/** A connection to query with: the database itself or an open transaction. */
export type Db = Omit<NodePgDatabase, '$client'>

export interface Database {
  db: NodePgDatabase
  pool: pg.Pool
  kind: 'embedded' | 'server'
  /** Whether the database itself holds members' queries to their workspace (see `db/member-wall.ts`). */
  hasMemberWall: boolean
  /** The database as members of one workspace use it. */
  forWorkspace(workspaceId: string): Db
  /** Does a work, such as a migration, whose queries may take as long as they need. */
  patiently<T>(work: () => Promise<T>): Promise<T>
  /** The whole data directory as a tar; embedded only. */
  dump?: () => Promise<Uint8Array<ArrayBuffer>>
  /** Copies the database to a new folder while it is being used (see db/embedded/copy.ts); embedded on disk only. */
  copyTo?: (folder: string) => Promise<void>
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** A Postgres server, 15 or newer; absent: the embedded database. */
  url?: string
  /** Folder of the embedded database; absent: in memory. */
  dataDir?: string
  /** A dumped embedded database to start from. */
  snapshot?: Uint8Array<ArrayBuffer>
  /** false: the schema is known to be up to date. */
  migrate?: boolean
  /** Embedded: end queries that run longer, ms. */
  stuckAfterMs?: number
  /** Embedded: time between checkpoints and between vacuums, ms. */
  checkpointEveryMs?: number
  vacuumEveryMs?: number
  /** Embedded: flush every commit to disk; default true. */
  fsync?: boolean
}

const MIGRATION_LOCK = 727_001
const OLDEST_SERVER = 150_000
/** Longest statement on a PostgreSQL server, ms. Those who wait for a commit are told sooner: see CommitQueue. */
const SERVER_STATEMENT_MS = 60_000

hideParametersOfFailedQueries()

/**
 * Opens the database and brings its schema up to date.
 *
 * The embedded database has ONE session: a query on `db` inside `db.transaction(tx => ...)` would wait for ever, so it
 * fails after 20 s; pass `tx` on.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const embedded = options.url ? null : await startEmbedded(options)
  const patiently: Database['patiently'] = (work) => (embedded ? embedded.patiently(work) : work())
  const pool = embedded ? embeddedPool(embedded) : serverPool(options.url)
  pool.on('error', (error) => console.error('Idle database connection failed:', error.message))
  // One that is lost in the middle of a transaction fails its query, and says so once more: unheard, that would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  let hasMemberWall: boolean
  try {
    if (!embedded) await checkServer(pool)
    if (options.migrate !== false) await patiently(() => applyMigrations(pool, options.url))
    hasMemberWall = await memberWallStands(pool)
  } catch (error) {
    await pool.end()
    await embedded?.stop()
    throw error
  }
  const db = drizzle(pool)
  return {
    db,
    pool,
    kind: embedded ? 'embedded' : 'server',
    hasMemberWall,
    patiently,
    forWorkspace: (workspaceId) => (hasMemberWall ? drizzle(new MemberPool(pool, workspaceId) as unknown as pg.Pool) : db),
    dump: embedded ? () => embedded.dump() : undefined,
    copyTo: embedded && options.dataDir ? copier(embedded, pool, options.dataDir) : undefined,
    async close() {
      await pool.end()
      await embedded?.stop()
    },
  }
}

/**
 * The server ends what takes too long; a server that is gone without a word is given up a little later. Without that a
 * network that swallows packets would hold every connection for a quarter of an hour.
 */
function serverPool(connectionString: string | undefined): pg.Pool {
  return new pg.Pool({
    connectionString,
    max: 10,
    // Compiling a query takes the server longer than the whole of any of ours; estimates of large workspaces would have it compile most.
    options: '-c jit=off',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5000,
    statement_timeout: SERVER_STATEMENT_MS,
    idle_in_transaction_session_timeout: SERVER_STATEMENT_MS,
    query_timeout: SERVER_STATEMENT_MS + 5000,
  })
}

function embeddedPool(embedded: Embedded): pg.Pool {
  return new pg.Pool({
    stream: embedded.stream as () => never,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    connectionTimeoutMillis: 20_000,
    idleTimeoutMillis: 0,
  })
}

/** One copy at a time, with no checkpoint by our timers in between: it would throw away the log that the copy needs. */
function copier(embedded: Embedded, pool: pg.Pool, dataDir: string): (folder: string) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (folder) => {
    const copying = last.then(async () => {
      const resume = embedded.holdMaintenance()
      await copyEmbedded(pool, dataDir, folder).finally(resume)
    })
    last = copying.catch(() => {})
    return copying
  }
}

/** A server that loses committed rows on a power cut, or is too old, is refused in words. */
async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    `select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  )
  const server = rows[0] as { version: number; fsync: string; commit: string }
  if (server.version < OLDEST_SERVER)
    throw new Error('Interline needs PostgreSQL 15 or newer. Set DATABASE_URL to such a server, or unset it to use the embedded database.')
  if (server.fsync === 'off' || server.commit === 'off')
    throw new Error(
      'This PostgreSQL server runs with fsync or synchronous_commit off and would lose acknowledged work on a power cut. Turn both on.',
    )
}

/** Two processes that start at once against one server must not migrate at once. A migration may take its time. */
async function applyMigrations(pool: pg.Pool, url: string | undefined): Promise<void> {
  const alone = url ? await connectAlone(url) : null
  const pooled = alone ? null : await pool.connect()
  const client = (alone ?? pooled) as pg.ClientBase
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(drizzle(client as pg.PoolClient), { migrationsFolder: join(import.meta.dirname, 'migrations') })
    await raiseMemberWall(client)
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  } finally {
    pooled?.release()
    await alone?.end()
  }
}

/** A connection without the time limits of the pool's. */
async function connectAlone(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
}
