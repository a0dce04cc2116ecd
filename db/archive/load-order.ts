import { sql } from 'drizzle-orm'
import type { TableShape } from '#/db/backup/tables.ts'
import type { Db } from '#/db/client.ts'

/** Which tables refer to which. */
async function references(tx: Db): Promise<{ from: string; to: string }[]> {
  const { rows } = await tx.execute<{ from: string; to: string }>(sql`
    select a.relname as "from", b.relname as "to" from pg_constraint c
    join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace`)
  return rows
}

/** Tables whose rows refer to others of the same table: all of them must be loaded at once. */
export async function selfReferring(tx: Db): Promise<Set<string>> {
  return new Set((await references(tx)).filter(({ from, to }) => from === to).map(({ from }) => from))
}

/** Tables in an order in which each only refers to those before it. @throws when two refer to each other */
export async function loadOrder(tx: Db, tables: readonly TableShape[]): Promise<TableShape[]> {
  const needs = Map.groupBy(
    (await references(tx)).filter(({ from, to }) => from !== to),
    ({ from }) => from,
  )
  const ordered: TableShape[] = []
  const done = new Set<string>()
  for (let left = [...tables]; left.length > 0; ) {
    const ready = left.filter(({ name }) => (needs.get(name) ?? []).every(({ to }) => done.has(to)))
    if (ready.length === 0) throw new Error(`These tables refer to each other: ${left.map(({ name }) => name).join(', ')}`)
    ordered.push(...ready)
    for (const { name } of ready) done.add(name)
    left = left.filter((table) => !ready.includes(table))
  }
  return ordered
}
