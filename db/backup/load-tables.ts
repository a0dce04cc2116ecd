import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Column, TableShape } from './tables.ts'

/**
 * Runs loading without foreign keys, in whatever order the rows come; afterwards they are there again, and the database has
 * checked every row against them. Call it inside a transaction.
 *
 * @throws when a row refers to something that is not there
 */
export async function withoutForeignKeys(tx: Db, load: () => Promise<void>): Promise<void> {
  const { rows } = await tx.execute<{ table: string; name: string; definition: string }>(sql`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
  for (const { table, name } of rows) await tx.execute(sql.raw(`alter table ${table} drop constraint ${name}`))
  await load()
  for (const { table, name, definition } of rows) await tx.execute(sql.raw(`alter table ${table} add constraint ${name} ${definition}`))
}

/** Runs loading without our own triggers: the rows that they wrote are loaded too, as they were. Call it inside a transaction. */
export async function withoutTriggers(tx: Db, load: () => Promise<void>): Promise<void> {
  const { rows } = await tx.execute<{ table: string }>(sql`
    select distinct tgrelid::regclass::text as table from pg_trigger join pg_class on pg_class.oid = tgrelid
    where not tgisinternal and relnamespace = 'public'::regnamespace`)
  for (const { table } of rows) await tx.execute(sql.raw(`alter table ${table} disable trigger user`))
  await load()
  for (const { table } of rows) await tx.execute(sql.raw(`alter table ${table} enable trigger user`))
}

/** Inserts rows as `readTable` wrote them. @param instead what is written for a column, by its name; the row is called x */
export async function loadRows(
  tx: Db,
  table: TableShape,
  lines: readonly string[],
  instead: ReadonlyMap<string, SQL> = new Map(),
): Promise<void> {
  const list = (of: (column: Column) => SQL) => sql.join(table.columns.map(of), sql`, `)
  const names = list(({ name }) => sql`${sql.identifier(name)}`)
  const values = list(({ name, type }) => {
    const other = instead.get(name)
    if (other) return other
    return type === 'bytea' ? sql`decode(x.${sql.identifier(name)}, 'base64')` : sql`x.${sql.identifier(name)}`
  })
  const types = list(({ name, type }) => sql`${sql.identifier(name)} ${sql.raw(type === 'bytea' ? 'text' : type)}`)
  await tx.execute(sql`insert into ${sql.identifier(table.name)} (${names})
    select ${values} from json_to_recordset(${`[${lines.join(',')}]`}::json) as x(${types})`)
}

/** Removes every row, in the transaction that loads others. */
export async function emptyTable(tx: Db, table: string): Promise<void> {
  await tx.execute(sql`delete from ${sql.identifier(table)}`)
}

/** Lets sequences count on from where they were. */
export async function setSequences(tx: Db, values: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, value] of Object.entries(values))
    if (value > 0) await tx.execute(sql`select setval(${`public.${name}`}::regclass, ${value})`)
}
