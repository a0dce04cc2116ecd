import { type SQL, sql } from 'drizzle-orm'
import type { Reading } from '#/db/backup/read-table.ts'
import { listTables, type TableShape } from '#/db/backup/tables.ts'
import type { Db } from '#/db/client.ts'
import { loadOrder } from './load-order.ts'

/** Some rows of a table. */
export interface TablePart {
  table: TableShape
  reading: Reading
}

/**
 * Tables of a workspace that an archive leaves out: what is worked out from the rest, secrets (invitations), the audit log, which is a
 * chain of the installation, what a change can be undone with for a week, and whom this installation tells of changes.
 */
const LEFT_OUT = new Set([
  'audit_log',
  'bulk_changes',
  'document_departures',
  'document_texts',
  'excerpt_actors',
  'excerpt_stamps',
  'excerpt_themes',
  'excerpts',
  'invitations',
  'projections',
  'room_snapshots',
  'webhook_deliveries',
  'webhooks',
])

/** Columns that hold numbers of the log, by table. They are counted from 1 in an archive. */
export const LOG_NUMBERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['room_updates', ['seq']],
  ['room_quarantine', ['seq']],
  ['versions', ['seq', 'of_seq']],
])

/** What of a person goes with what they wrote: nothing that signs in as them, and nothing they set for themselves. */
const NOT_OF_PEOPLE: ReadonlyMap<string, SQL> = new Map([
  ['password_hash', sql`null::text`],
  ['totp_sealed', sql`null::text`],
  ['totp_since', sql`null::timestamptz`],
  ['totp_last_step', sql`null::bigint`],
  ['settings', sql`'{}'::jsonb`],
])

/**
 * The rows of one workspace, in an order in which they can be loaded: everybody who wrote in it, the workspace, and all that belongs to
 * it, deleted entries and documents in the bin too.
 */
export async function workspaceParts(tx: Db, workspaceId: string): Promise<TablePart[]> {
  const tables = await loadOrder(tx, await listTables(tx))
  // A cursor takes no parameters.
  const id = sql.raw(`'${asUuid(workspaceId)}'`)
  const own = sql`workspace_id = ${id}`
  const { rows } = await tx.execute<{ before: string | null }>(sql`select min(seq) - 1 as before from room_updates where ${own}`)
  const before = sql.raw(String(Number(rows[0]?.before ?? 0)))
  const belongs = new Set(
    tables
      .filter(({ name, columns }) => columns.some((column) => column.name === 'workspace_id') && !LEFT_OUT.has(name))
      .map(({ name }) => name),
  )
  const people = await peopleOf(tx, belongs, own)
  return tables.flatMap((table): TablePart[] => {
    if (table.name === 'users') return [{ table, reading: { where: sql`id in (${people})`, instead: NOT_OF_PEOPLE } }]
    if (table.name === 'workspaces') return [{ table, reading: { where: sql`id = ${id}` } }]
    if (!belongs.has(table.name)) return []
    const numbers = (LOG_NUMBERS.get(table.name) ?? []).map((column) => [column, sql`${sql.identifier(column)} - ${before}`] as const)
    return [{ table, reading: { where: own, instead: new Map(numbers) } }]
  })
}

/** Ids of everybody whom a row of the workspace names: where the database knows it, and who wrote into the log. */
async function peopleOf(tx: Db, belongs: ReadonlySet<string>, own: SQL): Promise<SQL> {
  const { rows } = await tx.execute<{ table: string; column: string }>(sql`
    select r.relname as table, a.attname as column from pg_constraint c
    join pg_class r on r.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'public.users'::regclass order by 1, 2`)
  const columns = [...rows.filter(({ table }) => belongs.has(table)), { table: 'room_updates', column: 'user_id' }]
  const named = columns.map(({ table, column }) => sql`select ${sql.identifier(column)} from ${sql.identifier(table)} where ${own}`)
  const ofWorkspace = sql`select created_by from workspaces w where exists (select from members where ${own} and workspace_id = w.id)`
  return sql.join([...named, ofWorkspace], sql` union `)
}

function asUuid(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('An id of a workspace is a UUID')
  return id
}
