import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import type { Address } from '#/lib/analysis/network.ts'
import type { ActorRole } from '#/lib/codebook/codebook.ts'
import type { Query } from '#/lib/query/query.ts'
import { among, counting, grouping, hits } from './analysis-hits.ts'
import type { CountedTags } from './analysis-matrix.ts'
import { resolveQuery } from './resolve-query.ts'

/** Who addresses whom, with what is said most between them. */
export function countAddresses(
  db: Db,
  scope: Scope,
  query: Query,
  { actors, themes }: Pick<CountedTags, 'actors' | 'themes'>,
): Promise<Address[]> {
  return counting(db, async (tx) => {
    const resolved = await resolveQuery(tx, scope, query)
    const { rows } = await tx.execute<Address & Record<string, unknown>>(sql`
      with ${hits(scope, resolved)}, ${grouping('actor_group', actors)}, ${grouping('theme_group', themes)},
      pair as materialized (
        select distinct source.top as from_id, recipient.top as to_id, hit.annotation_id
        from hit
        join excerpt_actors s on s.annotation_id = hit.annotation_id and s.role = 'source'
        join actor_group source on source.id = s.actor_id
        join excerpt_actors r on r.annotation_id = hit.annotation_id and r.role = 'recipient'
        join actor_group recipient on recipient.id = r.actor_id
      ),
      spoken as (
        select distinct on (from_id, to_id) from_id, to_id, theme_group.top
        from pair join excerpt_themes t using (annotation_id) join theme_group on theme_group.id = t.theme_id
        group by from_id, to_id, theme_group.top
        order by from_id, to_id, count(distinct pair.annotation_id) desc, theme_group.top
      ),
      counted as (
        select from_id, to_id, count(distinct pair.annotation_id)::int as count,
          (count(distinct pair.annotation_id) filter (where t.stance = 'supports'))::int as supports,
          (count(distinct pair.annotation_id) filter (where t.stance = 'opposes'))::int as opposes
        from pair left join (excerpt_themes t join theme_group on theme_group.id = t.theme_id) using (annotation_id)
        group by from_id, to_id
      )
      select from_id::text as "from", to_id::text as "to", count, supports, opposes, spoken.top::text as "themeId"
      from counted left join spoken using (from_id, to_id)
      order by count desc, from_id, to_id`)
    return rows
  })
}

/** Statements in which actors have any of these roles, by actor. */
export function countActing(
  db: Db,
  scope: Scope,
  query: Query,
  actors: ReadonlyMap<string, string>,
  roles: readonly ActorRole[],
): Promise<Record<string, number>> {
  return counting(db, async (tx) => {
    const resolved = await resolveQuery(tx, scope, query)
    const { rows } = await tx.execute<{ id: string; count: number }>(sql`
      with ${hits(scope, resolved)}, ${grouping('actor_group', actors)}
      select actor_group.top::text as id, count(distinct hit.annotation_id)::int as count
      from hit
      join excerpt_actors a on a.annotation_id = hit.annotation_id and ${among(sql`a.role`, roles)}
      join actor_group on actor_group.id = a.actor_id
      group by 1`)
    return Object.fromEntries(rows.map(({ id, count }) => [id, count]))
  })
}
