import { readFileSync } from 'node:fs'
import pg from 'pg'
import { beforeEach, inject } from 'vitest'
import { type Database, openDatabase } from '#/db/client.ts'

// Test files of one worker share modules (isolate: false), so this is one database for all of them.
const url = process.env.TEST_DATABASE_URL
const database = url ? await openCopy(url) : await openDatabase({ snapshot: readFileSync(inject('snapshot')), migrate: false })
const tables = await tableNames(database.pool)
// Only here may the audit log be emptied, between tests.
await database.pool.query('alter table audit_log disable trigger audit_log_never_emptied')

/** A Postgres database for this worker alone, copied from the migrated one at `url`. */
async function openCopy(url: string): Promise<Database> {
  const template = new URL(url).pathname.slice(1)
  const name = `${template}_w${process.env.VITEST_POOL_ID ?? '0'}`
  const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href })
  await client.connect()
  await client.query(`drop database if exists "${name}" with (force)`)
  await client.query(`create database "${name}" template "${template}"`)
  await client.end()
  return openDatabase({ url: Object.assign(new URL(url), { pathname: `/${name}` }).href, migrate: false })
}

async function tableNames(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'installation'`,
  )
  return rows.map((row) => row.name)
}

/** Empties the tables that hold rows; truncating all of them for every test would cost more than most tests. */
async function truncate(pool: pg.Pool) {
  const { rows } = await pool.query<{ name: string }>(
    tables.map((name) => `select '${name}' as name where exists (select from ${name})`).join(' union all '),
  )
  if (rows.length) await pool.query(`truncate ${rows.map((row) => row.name).join(', ')} restart identity cascade`)
}

/**
 * The database of this test worker, empty at the start of each test of the calling file: the embedded one, or a copy on
 * the Postgres server of TEST_DATABASE_URL. Never close it; it goes with the worker.
 */
export function testDatabase(): Database {
  beforeEach(() => truncate(database.pool))
  return database
}
