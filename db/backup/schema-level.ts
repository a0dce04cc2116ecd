import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { Database, Db } from '#/db/client.ts'

/** A state of the schema: the last migration that was applied. */
export interface SchemaLevel {
  /** When the migration was made, ms since 1970: what drizzle tells migrations apart by. */
  at: number
  /** For example "0007_trust"; empty for one that this program does not know. */
  name: string
}

interface Journal {
  entries: { when: number; tag: string }[]
}

const FOLDER = join(import.meta.dirname, '..', 'migrations')
const JOURNAL = join('meta', '_journal.json')
const readJournal = () => JSON.parse(readFileSync(join(FOLDER, JOURNAL), 'utf8')) as Journal

/** The level that this program brings databases to. */
export function newestLevel(): SchemaLevel {
  const last = readJournal().entries.at(-1)
  if (!last) throw new Error('There are no migrations')
  return { at: last.when, name: last.tag }
}

/** The level of a database; null when none of our migrations was ever applied. */
export async function readLevel(db: Db): Promise<SchemaLevel | null> {
  const { rows } = await db.execute<{ there: boolean }>(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`)
  if (!rows[0]?.there) return null
  const applied = await db.execute<{ at: string | null }>(sql`select max(created_at) as at from drizzle.__drizzle_migrations`)
  const at = Number(applied.rows[0]?.at ?? 0)
  return at === 0 ? null : { at, name: readJournal().entries.find((entry) => entry.when === at)?.tag ?? '' }
}

/** Whether this program has all migrations up to a level. */
export function knowsLevel(level: SchemaLevel): boolean {
  return readJournal().entries.some((entry) => entry.when === level.at)
}

/** Applies migrations up to a level and none after it. */
export async function migrateTo({ pool, patiently }: Pick<Database, 'pool' | 'patiently'>, level: SchemaLevel): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'interline-migrations-'))
  try {
    cpSync(FOLDER, folder, { recursive: true })
    const journal = readJournal()
    const entries = journal.entries.filter((entry) => entry.when <= level.at)
    writeFileSync(join(folder, JOURNAL), JSON.stringify({ ...journal, entries }))
    await patiently(() => migrate(drizzle(pool), { migrationsFolder: folder }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
