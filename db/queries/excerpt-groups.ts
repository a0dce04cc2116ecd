import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { fold } from '#/lib/excerpt/fold.ts'
import type { ExcerptGrouping } from '#/lib/excerpt/results-query.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import { listPeople } from './people.ts'
import type { ResolvedQuery } from './resolve-query.ts'

/** The excerpts that have something in common: a theme as it was put, an actor in any role, who tagged them. */
export interface ExcerptGroup {
  /** An id; null: those that have none. */
  key: string | null
  /** What they are ordered by: folded names. */
  label: string
  /** How many match. An excerpt with two themes stands under both. */
  count: number
}

/** The groups among what matches, by name; those without any last. */
export async function groupsOf(db: Db, scope: Scope, resolved: ResolvedQuery, by: ExcerptGrouping): Promise<ExcerptGroup[]> {
  const { rows } = await db.execute<{ key: string | null; n: number }>(sql`
    with hit as materialized (
      select ${excerpts.annotationId} as annotation_id, (${LONE[by]}) as lone
      from ${excerpts} join ${documents} on ${documents.id} = ${excerpts.documentId}
      where ${documentMatches(scope, resolved)} and ${excerptMatches(scope, resolved)}
    )
    select key::text as key, count(*)::int as n from hit join (${membership(scope, by)}) member using (annotation_id) group by key
    union all select null, count(*)::int from hit where lone having count(*) > 0`)
  const labelOf = await labels(db, scope, resolved, by)
  return rows
    .flatMap(({ key, n: count }) => {
      const label = key === null ? '' : labelOf(key)
      return label === null ? [] : [{ key, label, count }]
    })
    .sort(compareGroups)
}

/** The order of groups. */
export function compareGroups(a: Pick<ExcerptGroup, 'key' | 'label'>, b: Pick<ExcerptGroup, 'key' | 'label'>): number {
  if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
  return compare(a.label, b.label) || compare(a.key, b.key)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Rows of `key` and `annotation_id`: which excerpt stands in which group. @param keys only these groups */
export function membership({ workspaceId }: Scope, by: ExcerptGrouping, keys?: readonly string[]): SQL {
  const among = (column: SQL) => (keys ? sql`and ${column} = any(${sql.param([...keys])}::uuid[])` : sql``)
  switch (by) {
    case 'theme':
      return sql`select tag.theme_id as key, tag.annotation_id from ${excerptThemes} tag where tag.workspace_id = ${workspaceId} ${among(sql`tag.theme_id`)}`
    case 'actor':
      return sql`select distinct tag.actor_id as key, tag.annotation_id from ${excerptActors} tag
        join ${actors} on ${actors.id} = tag.actor_id and ${actors.deletedAt} is null
        where tag.workspace_id = ${workspaceId} ${among(sql`tag.actor_id`)}`
    case 'tagger':
      return sql`select one.tagger_id as key, one.annotation_id from ${excerpts} one where one.workspace_id = ${workspaceId} ${among(sql`one.tagger_id`)}`
  }
}

/** Of `excerpts`: that it stands in no group. */
export const LONE: Record<ExcerptGrouping, SQL> = {
  theme: sql`not exists (select 1 from ${excerptThemes} tag join ${themes} on ${themes.id} = tag.theme_id and ${themes.deletedAt} is null
    where tag.annotation_id = ${excerpts.annotationId})`,
  actor: sql`not exists (select 1 from ${excerptActors} tag join ${actors} on ${actors.id} = tag.actor_id and ${actors.deletedAt} is null
    where tag.annotation_id = ${excerpts.annotationId})`,
  tagger: sql`false`,
}

/** What a group is ordered by; null for what was deleted. */
async function labels(db: Db, scope: Scope, { themes: tree }: ResolvedQuery, by: ExcerptGrouping): Promise<(key: string) => string | null> {
  if (by === 'theme') {
    return (key) => {
      const path = tree.path(key)
      return path.length > 0 ? path.map(fold).join('\0') : null
    }
  }
  if (by === 'tagger') {
    const names = new Map((await listPeople(db, scope)).map(({ id, name }) => [id, name]))
    return (key) => fold(names.get(key) ?? '')
  }
  const { rows } = await db.execute<{ id: string; name: string }>(
    sql`select ${actors.id} as id, ${actors.name} as name from ${actors} where ${actors.workspaceId} = ${scope.workspaceId} and ${actors.deletedAt} is null`,
  )
  const names = new Map(rows.map(({ id, name }) => [id, fold(name)]))
  return (key) => names.get(key) ?? null
}
