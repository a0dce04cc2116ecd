import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'

/** Rows that refer to something that is not there. */
export interface LooseReference {
  /** For example "members.user_id". */
  from: string
  /** What is missing, for example "users". */
  to: string
  rows: number
}

/** References that no foreign key guards, because they lead from names of rooms, or must outlive what they speak of. */
const UNGUARDED = [
  { from: 'room_updates.room', to: 'documents and layers', where: sql`room_updates r where not ${isRoom()}` },
  { from: 'room_snapshots.room', to: 'documents and layers', where: sql`room_snapshots r where not ${isRoom()}` },
  { from: 'room_clients.room', to: 'documents and layers', where: sql`room_clients r where not ${isRoom()}` },
  {
    from: 'room_snapshots.seq',
    to: 'room_updates',
    where: sql`room_snapshots r where not exists (select from room_updates u where u.seq = r.seq and u.room = r.room)`,
  },
  {
    from: 'room_quarantine.seq',
    to: 'room_updates',
    where: sql`room_quarantine r where not exists (select from room_updates u where u.seq = r.seq and u.room = r.room)`,
  },
  {
    from: 'excerpts.layer_id',
    to: 'a layer of the same document',
    where: sql`excerpts r where not exists (select from layers l where l.id = r.layer_id and l.document_id = r.document_id and l.workspace_id = r.workspace_id)`,
  },
  {
    from: 'memos.subject_id',
    to: 'a document, an actor, a theme or the workspace',
    where: sql`memos r where not (case r.subject
      when 'document' then exists (select from documents s where s.id = r.subject_id and s.workspace_id = r.workspace_id)
      when 'actor' then exists (select from actors s where s.id = r.subject_id and s.workspace_id = r.workspace_id)
      when 'theme' then exists (select from themes s where s.id = r.subject_id and s.workspace_id = r.workspace_id)
      else r.subject_id = r.workspace_id end)`,
  },
]

function isRoom() {
  return sql`(exists (select from documents d where r.room = 'text/' || d.id and d.workspace_id = r.workspace_id)
    or exists (select from layers l where r.room = 'layer/' || l.id and l.workspace_id = r.workspace_id))`
}

/** Asks the data, not the constraints: an index that was damaged on disk lets through what it should refuse. */
export async function findLooseReferences(db: Db): Promise<{ checked: number; loose: LooseReference[] }> {
  const guarded = await listForeignKeys(db)
  const loose: LooseReference[] = []
  for (const { table, columns, other, otherColumns } of guarded) {
    const on = sql.join(
      columns.map((column, at) => sql`p.${sql.identifier(otherColumns[at] as string)} = c.${sql.identifier(column)}`),
      sql` and `,
    )
    const given = sql.join(
      columns.map((column) => sql`c.${sql.identifier(column)} is not null`),
      sql` and `,
    )
    const rows = await count(
      db,
      sql`${sql.identifier(table)} c where ${given} and not exists (select from ${sql.identifier(other)} p where ${on})`,
    )
    if (rows > 0) loose.push({ from: `${table}.${columns.join(', ')}`, to: other, rows })
  }
  for (const { from, to, where } of UNGUARDED) {
    const rows = await count(db, where)
    if (rows > 0) loose.push({ from, to, rows })
  }
  return { checked: guarded.length + UNGUARDED.length, loose }
}

async function count(db: Db, from: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await db.execute<{ n: string }>(sql`select count(*) as n from ${from}`)
  return Number(rows[0]?.n)
}

async function listForeignKeys(db: Db) {
  const { rows } = await db.execute<{ table: string; columns: string[]; other: string; otherColumns: string[] }>(sql`
    select c.relname as table, o.relname as other,
      (select json_agg(a.attname order by k.n) from unnest(f.conkey) with ordinality k(num, n)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num) as columns,
      (select json_agg(a.attname order by k.n) from unnest(f.confkey) with ordinality k(num, n)
        join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.num) as "otherColumns"
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class o on o.oid = f.confrelid
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace`)
  return rows
}
