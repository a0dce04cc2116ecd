import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { FacetIndexes } from '#/db/facet-indexes.ts'
import type { Scope } from '#/db/scope.ts'
import { TogetherCounter } from '#/lib/analysis/count/together-counter.ts'
import { type Cell, type Matrix, noStances } from '#/lib/analysis/tally.ts'
import type { ViewSettings } from '#/lib/analysis/view.ts'
import type { Query } from '#/lib/query/query.ts'
import { countInColumns } from './analysis-columns.ts'
import { counting, hits, themeGroup } from './analysis-hits.ts'
import { resolveQuery } from './resolve-query.ts'

type Within = ViewSettings['within']
type Unit = 'sentence' | 'paragraph'

/**
 * Statements on one theme with another, on a second theme, so near; both are asked for by the query. It may be the same statement.
 * Rows and columns are the statements on a theme, whatever is near them.
 */
export async function countTogether(
  db: Db,
  scope: Scope,
  query: Query,
  within: Within,
  themes: ReadonlyMap<string, string>,
  indexes: FacetIndexes,
): Promise<Matrix> {
  if (within === 'sentence' || within === 'paragraph') return countMeeting(db, scope, query, within, themes)
  const { counters } = await countInColumns(db, scope, query, indexes, (numbers) => [new TogetherCounter(numbers, themes, within)] as const)
  return counters[0].matrix()
}

/** Where sentences and paragraphs begin and end only the database knows. */
function countMeeting(db: Db, scope: Scope, query: Query, within: Unit, themes: ReadonlyMap<string, string>): Promise<Matrix> {
  return counting(db, async (tx) => {
    const resolved = await resolveQuery(tx, scope, query)
    const { rows } = await tx.execute<{ row: string | null; column: string | null; count: number }>(sql`
      with ${hits(scope, resolved)}, ${themeGroup(themes)},
      tag as materialized (
        select distinct theme_group.top, hit.annotation_id
        from hit join excerpt_themes t on t.annotation_id = hit.annotation_id join theme_group on theme_group.id = t.theme_id
      ),
      near as (${meeting(within)})
      select mine.top::text as "row", near.top::text as "column", count(*)::int as count
      from tag mine join near on near.annotation_id = mine.annotation_id and near.top <> mine.top
      group by mine.top, near.top
      union all select top::text, null, count(*)::int from tag group by top
      union all select null, null, count(distinct annotation_id)::int from tag
      order by 1, 2`)
    const cells = rows.flatMap(({ row, column, count }): Cell[] =>
      row !== null && column !== null ? [{ row, column, count, stances: noStances() }] : [],
    )
    const totals = Object.fromEntries(rows.flatMap(({ row, column, count }) => (row !== null && column === null ? [[row, count]] : [])))
    return { cells, rows: totals, columns: totals, total: rows.find(({ row }) => row === null)?.count ?? 0 }
  })
}

/** (annotation_id, top): the themes that are near a statement. Detached passages stand nowhere, and near nothing. */
const meeting = (unit: Unit): SQL => {
  const [start, end] = [sql.identifier(`${unit}_start`), sql.identifier(`${unit}_end`)]
  return sql`
    select distinct one.annotation_id, tag.top from hit one
    join hit other on other.document_id = one.document_id and one.${start} < other.${end} and other.${start} < one.${end}
    join tag on tag.annotation_id = other.annotation_id`
}
