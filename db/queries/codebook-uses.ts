import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorUses, DeletionImpact, ThemeUses } from '#/lib/codebook/uses.ts'

/** Excerpts that count: of shared layers (blind ones stay hidden), of documents that are not in the bin. */
export const COUNTED = sql`
  join excerpts e on e.annotation_id = tag.annotation_id
  join documents d on d.id = e.document_id and d.deleted_at is null
  join layers l on l.id = e.layer_id and l.kind = 'shared'`

type Row<T> = T & { id: string } & Record<string, unknown>

/** Uses of every live actor that is used, by actor id. */
export async function countActorUses(db: Db, scope: Scope): Promise<Record<string, ActorUses>> {
  const { rows } = await db.execute<Row<ActorUses>>(sql`
    select tag.actor_id as id,
           count(distinct tag.annotation_id)::int as statements,
           count(distinct e.document_id)::int as documents,
           (count(*) filter (where tag.role = 'source'))::int as source,
           (count(*) filter (where tag.role = 'recipient'))::int as recipient,
           (count(*) filter (where tag.role = 'mentioned'))::int as mentioned
    from excerpt_actors tag ${COUNTED}
    join actors a on a.id = tag.actor_id and a.deleted_at is null
    where tag.workspace_id = ${scope.workspaceId}
    group by tag.actor_id`)
  return Object.fromEntries(rows.map(({ id, ...uses }) => [id, uses]))
}

/** Uses of every live theme that is used, itself or below it, by theme id. */
export async function countThemeUses(db: Db, scope: Scope): Promise<Record<string, ThemeUses>> {
  const { rows } = await db.execute<Row<ThemeUses>>(sql`
    with recursive live as (
      select id, parent_id from themes where workspace_id = ${scope.workspaceId} and deleted_at is null
    ), under (top, id) as (
      select id, id from live
      union
      select under.top, live.id from under join live on live.parent_id = under.id
    )
    select under.top as id,
           (count(distinct tag.annotation_id) filter (where tag.theme_id = under.top))::int as own,
           count(distinct tag.annotation_id)::int as "withSubthemes",
           count(distinct e.document_id)::int as documents
    from under join excerpt_themes tag on tag.theme_id = under.id and tag.workspace_id = ${scope.workspaceId} ${COUNTED}
    group by under.top`)
  return Object.fromEntries(rows.map(({ id, ...uses }) => [id, uses]))
}

/** Statements that use each of these actors and themes themselves, by id; what is not used is left out. */
export async function countUsesOf(db: Db, scope: Scope, ids: readonly string[]): Promise<Record<string, number>> {
  if (ids.length === 0) return {}
  const uses = (table: SQL, id: SQL) => sql`
    select ${id} as id, count(distinct tag.annotation_id)::int as statements
    from ${table} tag ${COUNTED}
    where tag.workspace_id = ${scope.workspaceId} and ${id} = any(${sql.param([...ids])}::uuid[])
    group by ${id}`
  const { rows } = await db.execute<Row<{ statements: number }>>(sql`
    ${uses(sql`excerpt_actors`, sql`tag.actor_id`)} union all ${uses(sql`excerpt_themes`, sql`tag.theme_id`)}`)
  return Object.fromEntries(rows.map(({ id, statements }) => [id, statements]))
}

/** How many statements carry at least one live actor, and at least one live theme. */
export async function countTaggedStatements(db: Db, scope: Scope): Promise<{ withActors: number; withThemes: number }> {
  const count = (table: SQL, id: SQL, of: SQL) => sql`(
    select count(distinct tag.annotation_id)::int from ${table} tag ${COUNTED}
    join ${of} entry on entry.id = ${id} and entry.deleted_at is null
    where tag.workspace_id = ${scope.workspaceId})`
  const { rows } = await db.execute<{ withActors: number; withThemes: number }>(sql`
    select ${count(sql`excerpt_actors`, sql`tag.actor_id`, sql`actors`)} as "withActors",
           ${count(sql`excerpt_themes`, sql`tag.theme_id`, sql`themes`)} as "withThemes"`)
  return rows[0] ?? { withActors: 0, withThemes: 0 }
}

/** What deleting this actor touches. */
export async function actorDeletionImpact(db: Db, scope: Scope, id: string): Promise<DeletionImpact> {
  return impact(db, scope, id, { tags: sql`excerpt_actors`, tagged: sql`tag.actor_id`, entries: sql`actors` })
}

/** What deleting this theme touches. Themes below it move up and keep their tags, so only its own statements count. */
export async function themeDeletionImpact(db: Db, scope: Scope, id: string): Promise<DeletionImpact> {
  return impact(db, scope, id, { tags: sql`excerpt_themes`, tagged: sql`tag.theme_id`, entries: sql`themes` })
}

async function impact(db: Db, scope: Scope, id: string, of: { tags: SQL; tagged: SQL; entries: SQL }): Promise<DeletionImpact> {
  const counts = await db.execute<{ statements: number; documents: number }>(sql`
    select count(distinct tag.annotation_id)::int as statements, count(distinct e.document_id)::int as documents
    from ${of.tags} tag ${COUNTED}
    where tag.workspace_id = ${scope.workspaceId} and ${of.tagged} = ${id}`)
  const children = await db.execute<{ name: string }>(sql`
    select name from ${of.entries}
    where workspace_id = ${scope.workspaceId} and parent_id = ${id} and deleted_at is null order by name`)
  return { ...(counts.rows[0] ?? { statements: 0, documents: 0 }), children: children.rows.map((row) => row.name) }
}
