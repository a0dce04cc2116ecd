import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import type { EntrySort, Merge } from '#/lib/codebook/merge.ts'
import { COUNTED } from './codebook-uses.ts'

const TAGS: Record<EntrySort, { table: SQL; entry: SQL; same: SQL }> = {
  actor: { table: sql`excerpt_actors`, entry: sql`actor_id`, same: sql`other.role = tag.role` },
  theme: { table: sql`excerpt_themes`, entry: sql`theme_id`, same: sql`true` },
}

/**
 * Makes the projected tags of entries those of the ones they were merged into, so that every count is right at once; of two
 * alike one stays. Which stance wins where two themes become one is only known when the document is projected again: call it
 * after `markTaggedDocuments`.
 */
export async function redirectTags(tx: Db, scope: Scope, sort: EntrySort, merges: readonly Merge[]): Promise<void> {
  const { table, entry, same } = TAGS[sort]
  for (const { from, into } of merges) {
    await tx.execute(sql`
      delete from ${table} tag using ${table} other
      where tag.workspace_id = ${scope.workspaceId} and tag.${entry} = ${from}
        and other.annotation_id = tag.annotation_id and other.${entry} = ${into} and ${same}`)
    await tx.execute(sql`update ${table} set ${entry} = ${into} where workspace_id = ${scope.workspaceId} and ${entry} = ${from}`)
  }
}

/** What merging entries touches in the shared layers of documents that are not in the bin: see `MergeImpact`. */
export async function countMerge(
  db: Db,
  scope: Scope,
  sort: EntrySort,
  merges: readonly Merge[],
): Promise<{ statements: number; documents: number; joined: number }> {
  const { table, entry } = TAGS[sort]
  const role = sort === 'actor' ? sql`tag.role` : sql`''`
  const pairs = JSON.stringify(merges)
  const { rows } = await db.execute<{ statements: number; documents: number; joined: number }>(sql`
    with pair as (select * from json_to_recordset(${pairs}::json) as x("from" uuid, "into" uuid)),
    touched as (
      select tag.annotation_id, e.document_id, coalesce(pair.into, tag.${entry}) as entry, ${role} as role, pair.from is not null as moves
      from ${table} tag ${COUNTED}
      left join pair on pair.from = tag.${entry}
      where tag.workspace_id = ${scope.workspaceId}
        and tag.${entry} in (select pair.from from pair union select pair.into from pair)
    ), alike as (
      select annotation_id, entry, role from touched group by annotation_id, entry, role having count(*) > 1 and bool_or(moves)
    )
    select (select count(distinct annotation_id) from touched where moves)::int as statements,
           (select count(distinct document_id) from touched where moves)::int as documents,
           (select count(distinct annotation_id) from alike)::int as joined`)
  return rows[0] ?? { statements: 0, documents: 0, joined: 0 }
}
