import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'

/** How many quarters are counted. */
const QUARTERS = 8

/** Statements per quarter by actor: the last eight quarters in which anything was published, the earliest first. */
export async function countActorQuarters(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<Record<string, number[]>> {
  const { rows } = await db.execute<{ id: string; ago: number; statements: number }>(sql`
    with dated as (
      select id, extract(year from published_on)::int * 4 + extract(quarter from published_on)::int as quarter
      from documents where workspace_id = ${scope.workspaceId} and deleted_at is null and published_on is not null
    ), last as (select max(quarter) as quarter from dated)
    select tag.actor_id as id, last.quarter - d.quarter as ago, count(distinct tag.annotation_id)::int as statements
    from last
    join dated d on d.quarter > last.quarter - ${QUARTERS}
    join excerpts e on e.document_id = d.id
    join layers l on l.id = e.layer_id and l.kind = 'shared'
    join excerpt_actors tag on tag.annotation_id = e.annotation_id and tag.workspace_id = ${scope.workspaceId}
    group by tag.actor_id, ago`)
  const counts: Record<string, number[]> = {}
  for (const { id, ago, statements } of rows) {
    counts[id] ??= Array.from({ length: QUARTERS }, () => 0)
    counts[id][QUARTERS - 1 - ago] = statements
  }
  return counts
}
