import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'

/** A table as the database itself describes it: what a backup holds does not depend on the version of the program. */
export interface TableShape {
  name: string
  columns: Column[]
  /** Columns of the primary key, in order. */
  key: string[]
}

export interface Column {
  name: string
  /** As PostgreSQL writes it, for example "timestamp with time zone". */
  type: string
}

/** All tables of the product, by name. How far the schema is migrated is kept elsewhere (see schema-level.ts). */
export async function listTables(db: Db): Promise<TableShape[]> {
  const { rows } = await db.execute<{ table: string; column: string; type: string; key: number | null }>(sql`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      array_position(i.indkey::int2[], a.attnum) as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname collate "C", a.attnum`)
  return [...Map.groupBy(rows, (row) => row.table)].map(([name, columns]) => ({
    name,
    columns: columns.map(({ column, type }) => ({ name: column, type })),
    key: columns
      .filter((column) => column.key !== null)
      .toSorted((a, b) => Number(a.key) - Number(b.key))
      .map(({ column }) => column),
  }))
}

/** How far each sequence has counted, by name; 0: not at all. */
export async function readSequences(db: Db): Promise<Record<string, number>> {
  const { rows } = await db.execute<{ name: string; value: string | null }>(
    sql`select sequencename as name, last_value as value from pg_sequences where schemaname = 'public' order by sequencename collate "C"`,
  )
  return Object.fromEntries(rows.map(({ name, value }) => [name, Number(value ?? 0)]))
}

/** How many rows tables have that have any. */
export async function countRows(db: Db, tables: readonly string[]): Promise<{ table: string; rows: number }[]> {
  const counted: { table: string; rows: number }[] = []
  for (const table of tables) {
    const { rows } = await db.execute<{ n: string }>(sql`select count(*) as n from ${sql.identifier(table)}`)
    if (Number(rows[0]?.n) > 0) counted.push({ table, rows: Number(rows[0]?.n) })
  }
  return counted
}
