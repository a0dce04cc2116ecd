import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { TableShape } from './tables.ts'

/** Rows that are fetched at once, unless they are large. */
const PAGE_ROWS = 500
/** Most raw bytes that are fetched at once, a single row excepted. */
const PAGE_BYTES = 32 << 20

/**
 * Runs reading that must all see one state: nothing that others commit meanwhile appears in it, and nobody waits for it. On
 * the embedded database, which has one session, everybody waits: read a copy (`Database.copyTo`) instead.
 *
 * @throws when row-level security would hide rows
 */
export function inOneState<T>(db: Db, read: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction(
    async (tx) => {
      await writeAlike(tx)
      return read(tx)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** Makes the database write values the same way whatever its settings, and never leave out rows silently. */
export async function writeAlike(tx: Db): Promise<void> {
  await tx.execute(sql`set local timezone = 'UTC'`)
  await tx.execute(sql`set local extra_float_digits = 1`)
  await tx.execute(sql`set local row_security = off`)
}

/** Which rows of a table are read, and columns that are written otherwise than they are. */
export interface Reading {
  where?: SQL
  /** By the name of the column: what is written instead of it. */
  instead?: ReadonlyMap<string, SQL>
}

/**
 * All rows of a table, or some, in the order of their key, page by page, each as one line of JSON: bytes as base64, everything else
 * as PostgreSQL writes it in JSON. The same rows give the same lines on every server. Call it in `inOneState`.
 */
export async function* readTable(tx: Db, table: TableShape, { where = sql`true`, instead }: Reading = {}): AsyncGenerator<string[]> {
  const columns = sql.join(
    table.columns.map(({ name, type }) => {
      const other = instead?.get(name)
      if (other) return sql`${other} as ${sql.identifier(name)}`
      return type === 'bytea' ? base64Of(name) : sql.identifier(name)
    }),
    sql`, `,
  )
  await tx.execute(sql`declare backup no scroll cursor for
    select row_to_json(x)::text as line from (select ${columns} from ${sql.identifier(table.name)} where ${where} order by ${orderOf(table)}) x`)
  const page = sql.raw(String(await pageRows(tx, table)))
  for (;;) {
    const { rows } = await tx.execute<{ line: string }>(sql`fetch ${page} from backup`)
    if (rows.length === 0) break
    yield rows.map((row) => row.line)
  }
  await tx.execute(sql`close backup`)
}

function base64Of(column: string) {
  const name = sql.identifier(column)
  return sql`translate(encode(${name}, 'base64'), chr(10), '') as ${name}`
}

/** Text by its bytes: servers sort words differently. */
function orderOf({ columns, key }: TableShape) {
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]))
  const by = key.length > 0 ? key : columns.map(({ name }) => name)
  return sql.join(
    by.map((name) => (typeOf.get(name) === 'text' ? sql`${sql.identifier(name)} collate "C"` : sql.identifier(name))),
    sql`, `,
  )
}

async function pageRows(tx: Db, { name, columns }: TableShape): Promise<number> {
  const large = columns
    .filter(({ type }) => type === 'bytea')
    .map((column) => sql`coalesce(octet_length(${sql.identifier(column.name)}), 0)`)
  if (large.length === 0) return PAGE_ROWS
  const { rows } = await tx.execute<{ most: string | null }>(
    sql`select max(${sql.join(large, sql` + `)}) as most from ${sql.identifier(name)}`,
  )
  return Math.max(1, Math.min(PAGE_ROWS, Math.floor(PAGE_BYTES / Number(rows[0]?.most || 1))))
}
