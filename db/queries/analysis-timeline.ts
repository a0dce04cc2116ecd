import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { FacetIndexes } from '#/db/facet-indexes.ts'
import type { Scope } from '#/db/scope.ts'
import { PublishedCounter } from '#/lib/analysis/count/published-counter.ts'
import { fittingPeriod, type Period } from '#/lib/analysis/periods.ts'
import { startsOf, type Timeline } from '#/lib/analysis/timeline.ts'
import type { ViewSettings } from '#/lib/analysis/view.ts'
import type { Query } from '#/lib/query/query.ts'
import { countInColumns } from './analysis-columns.ts'
import { counting, hits, themeGroup } from './analysis-hits.ts'
import { resolveQuery } from './resolve-query.ts'

type Row = { start: string | null; branchId: string | null; count: number; bare: number; undated: number; vague: number }

/** Events that may have been on any day of more than a year say nothing of when a timeline begins and ends. */
const NARROW = sql`event_until - event_from < 366`

/** Statements over time, by the branch of themes they speak on. */
export async function countTimeline(
  db: Db,
  scope: Scope,
  query: Query,
  { dates, period }: Pick<ViewSettings, 'dates' | 'period'>,
  branches: ReadonlyMap<string, string>,
  indexes: FacetIndexes,
): Promise<Timeline> {
  if (dates === 'happened') return countEvents(db, scope, query, period, branches)
  const { counters } = await countInColumns(db, scope, query, indexes, (numbers) => [new PublishedCounter(numbers, branches)] as const)
  return counters[0].timeline(period)
}

/** By the days of events, which columns do not hold. */
function countEvents(
  db: Db,
  scope: Scope,
  query: Query,
  wanted: ViewSettings['period'],
  branches: ReadonlyMap<string, string>,
): Promise<Timeline> {
  return counting(db, async (tx) => {
    const resolved = await resolveQuery(tx, scope, query)
    const { rows: extents } = await tx.execute<{ first: string | null; last: string | null }>(sql`
      with ${hits(scope, resolved)}
      select min(first)::text as first, max(last)::text as last from (select event_from as first, event_until as last from hit where ${NARROW}) dated`)
    const { first = null, last = null } = extents[0] ?? {}
    const period = fittingPeriod(first ?? '2000-01-01', last ?? '2000-01-01', wanted)
    const { rows } = await tx.execute<Row>(sql`
      with ${hits(scope, resolved)}, ${themeGroup(branches)},
      dated as materialized (select annotation_id, ${startOf(period)} as start, event_from is null and event_until is null as undated from hit)
      select start::text, null as "branchId", count(*)::int as count, (count(*) filter (where not exists (
          select 1 from excerpt_themes t join theme_group on theme_group.id = t.theme_id where t.annotation_id = dated.annotation_id
        )))::int as bare, 0 as undated, 0 as vague
      from dated where start is not null group by start
      union all
      select start::text, theme_group.top::text, count(distinct dated.annotation_id)::int, 0, 0, 0
      from dated join excerpt_themes t on t.annotation_id = dated.annotation_id join theme_group on theme_group.id = t.theme_id
      where start is not null group by start, theme_group.top
      union all
      select null, null, 0, 0, (count(*) filter (where undated))::int, (count(*) filter (where start is null and not undated))::int from dated
      order by 1, 2`)
    return timelineOf(rows, period)
  })
}

/** The first day of the period a statement is counted in; null when it does not fit into one. */
function startOf(period: Period): SQL {
  const start = (day: SQL) => sql`date_trunc(${period}, ${day}::timestamp)::date`
  const [first, last] = [start(sql`event_from`), start(sql`event_until`)]
  return sql`case when ${first} = ${last} then ${first} end`
}

function timelineOf(rows: readonly Row[], period: Period): Timeline {
  const counted = rows.filter((row): row is Row & { start: string } => row.start !== null)
  const rest = rows.find(({ start }) => start === null)
  const wholes = counted.filter(({ branchId }) => branchId === null)
  return {
    period,
    starts: startsOf(
      wholes.map(({ start }) => start),
      period,
    ),
    parts: counted.flatMap(({ start, branchId, count }) => (branchId === null ? [] : [{ start, branchId, count }])),
    totals: Object.fromEntries(wholes.map(({ start, count }) => [start, count])),
    bare: Object.fromEntries(wholes.map(({ start, bare }) => [start, bare])),
    undated: rest?.undated ?? 0,
    vague: rest?.vague ?? 0,
  }
}
