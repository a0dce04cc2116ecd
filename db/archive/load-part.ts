import { sql } from 'drizzle-orm'
import { loadRows } from '#/db/backup/load-tables.ts'
import type { TableShape } from '#/db/backup/tables.ts'
import type { Db } from '#/db/client.ts'
import { loadPeople } from './load-people.ts'
import { LOG_NUMBERS } from './workspace-parts.ts'

/** Inserts rows of an archive. @param before the number of the log that its first one follows here */
export async function loadPart(tx: Db, table: TableShape, lines: readonly string[], before: number): Promise<void> {
  if (lines.length === 0) return
  if (table.name === 'users') return loadPeople(tx, table, lines)
  const columns = LOG_NUMBERS.get(table.name) ?? []
  await loadRows(tx, table, lines, new Map(columns.map((column) => [column, sql`x.${sql.identifier(column)} + ${before}::bigint`])))
}
