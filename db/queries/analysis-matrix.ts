import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import type { Matrix } from '#/lib/analysis/tally.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import type { Query } from '#/lib/query/query.ts'
import { among, counting, grouping, hits, stanceColumns, stancesIn } from './analysis-hits.ts'
import { resolveQuery } from './resolve-query.ts'

/** Which tags of a statement count, and as what. */
export interface CountedTags {
  /** null: in any role. */
  role: ActorRole | null
  /** None: any stance. */
  stances: readonly Stance[]
  /** By id of an actor or a theme that of the one it counts as. */
  actors: ReadonlyMap<string, string>
  themes: ReadonlyMap<string, string>
}

type Row = { row: string | null; column: string | null; count: number } & Record<Stance, number>

/** Statements by actor and theme. */
export function countMatrix(db: Db, scope: Scope, query: Query, { role, stances, actors, themes }: CountedTags): Promise<Matrix> {
  return counting(db, async (tx) => {
    const resolved = await resolveQuery(tx, scope, query)
    const { rows } = await tx.execute<Row>(sql`
      with ${hits(scope, resolved)}, ${grouping('actor_group', actors)}, ${grouping('theme_group', themes)},
      tag as (
        select actor_group.top as row, theme_group.top as column, hit.annotation_id, t.stance
        from hit
        join excerpt_actors a on a.annotation_id = hit.annotation_id and ${among(sql`a.role`, role ? [role] : [])}
        join actor_group on actor_group.id = a.actor_id
        join excerpt_themes t on t.annotation_id = hit.annotation_id and ${among(sql`t.stance`, stances)}
        join theme_group on theme_group.id = t.theme_id
      )
      select "row"::text, "column"::text, count(distinct tag.annotation_id)::int as count, ${stanceColumns()}
      from tag group by grouping sets (("row", "column"), ("row"), ("column"), ())
      order by 1, 2`)
    return matrixOf(rows)
  })
}

function matrixOf(rows: readonly Row[]): Matrix {
  const matrix: Matrix = { cells: [], rows: {}, columns: {}, total: 0 }
  for (const counted of rows) {
    const { row, column, count } = counted
    if (row !== null && column !== null) matrix.cells.push({ row, column, count, stances: stancesIn(counted) })
    else if (row !== null) matrix.rows[row] = count
    else if (column !== null) matrix.columns[column] = count
    else matrix.total = count
  }
  return matrix
}
