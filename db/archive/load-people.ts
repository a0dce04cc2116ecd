import { sql } from 'drizzle-orm'
import { loadRows } from '#/db/backup/load-tables.ts'
import type { TableShape } from '#/db/backup/tables.ts'
import type { Db } from '#/db/client.ts'

/**
 * Inserts people of an archive who have no account here. Who has one is the same person. An address that somebody else has here stays
 * theirs: the person of the archive gets one that is nobody's. Nobody can sign in as them before a link to choose a password is made.
 */
export async function loadPeople(tx: Db, table: TableShape, lines: readonly string[]): Promise<void> {
  const people = lines.map((line) => JSON.parse(line) as { id: string; email: string })
  const { rows } = await tx.execute<{ id: string; email: string }>(sql`
    select id, email from users where id = any(${sql.param(people.map(({ id }) => id))}::uuid[])
      or email = any(${sql.param(people.map(({ email }) => email))}::text[])`)
  const ids = new Set(rows.map(({ id }) => id))
  const addresses = new Set(rows.map(({ email }) => email))
  const fresh = people.filter(({ id }) => !ids.has(id))
  if (fresh.length === 0) return
  const renamed = fresh.map((person) => (addresses.has(person.email) ? { ...person, email: `${person.id}@archive.invalid` } : person))
  await loadRows(
    tx,
    table,
    renamed.map((person) => JSON.stringify(person)),
  )
}
