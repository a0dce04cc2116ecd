import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import type { Position } from '#/lib/analysis/agreement.ts'
import type { Query } from '#/lib/query/query.ts'
import { counting, grouping, hits } from './analysis-hits.ts'
import type { CountedTags } from './analysis-matrix.ts'
import { resolveQuery } from './resolve-query.ts'

/** Which sides actors take on themes, as sources. */
export function countPositions(
  db: Db,
  scope: Scope,
  query: Query,
  { actors, themes }: Pick<CountedTags, 'actors' | 'themes'>,
): Promise<Position[]> {
  return counting(db, async (tx) => {
    const resolved = await resolveQuery(tx, scope, query)
    const { rows } = await tx.execute<Position & Record<string, unknown>>(sql`
      with ${hits(scope, resolved)}, ${grouping('actor_group', actors)}, ${grouping('theme_group', themes)}
      select actor_group.top::text as "actorId", theme_group.top::text as "themeId", t.stance as side,
        count(distinct hit.annotation_id)::int as statements, count(distinct hit.document_id)::int as documents
      from hit
      join excerpt_actors a on a.annotation_id = hit.annotation_id and a.role = 'source'
      join actor_group on actor_group.id = a.actor_id
      join excerpt_themes t on t.annotation_id = hit.annotation_id and t.stance in ('supports', 'opposes')
      join theme_group on theme_group.id = t.theme_id
      group by 1, 2, 3
      order by 1, 2, 3`)
    return rows
  })
}
