import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#/db/client.ts'
import { snapshotFile } from './snapshot.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** File of an empty migrated embedded database; empty when the tests run on a server. */
    snapshot: string
  }
}

/**
 * Runs once before the integration tests: prepares the empty database that every worker of the run copies. With
 * TEST_DATABASE_URL that is the named (disposable) database of a Postgres server, otherwise a file.
 */
export default async function setup(project: TestProject) {
  const url = process.env.TEST_DATABASE_URL
  project.provide('snapshot', url ? '' : await snapshotFile())
  if (!url) return
  await (await openDatabase({ url })).close()
  return () => dropCopies(url)
}

/** Drops the databases that workers made for themselves beside the one in `url`. */
async function dropCopies(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(datname) as name from pg_database where datname ~ ('^' || current_database() || '_w[0-9]+$')`,
  )
  for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
  await client.end()
}
