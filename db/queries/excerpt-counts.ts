import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import type { ExcerptFilter, FilterField } from '#/lib/excerpt/filter.ts'
import { DIMENSIONS, type Dimension } from '#/lib/excerpt/filter-values.ts'
import { documentMatches, except, excerptMatches, type ResolvedFilter, resolveFilter, themesMeant } from './excerpt-filter.ts'

/** Counts what matches in total and by everything the results can be narrowed by. */
export async function countExcerpts(db: Db, scope: Scope, filter: ExcerptFilter): Promise<ExcerptCounts> {
  const resolved = await resolveFilter(db, scope, filter)
  const counts: ExcerptCounts = { excerpts: 0, documents: 0, outlets: 0, orphans: 0, by: emptyCounts() }
  const groups = Map.groupBy(DIMENSIONS, (dimension) => alternativesOf(dimension, filter))
  for (const [field, dimensions] of groups) {
    const rows = await countBy(db, scope, field ? except(resolved, field) : resolved, dimensions)
    for (const { dimension, key, n } of rows) counts.by[dimension][key] = n
  }
  const orphans = { ...resolved, filter: { ...filter, state: 'orphan' as const } }
  return { ...counts, ...(await total(db, scope, resolved)), orphans: (await total(db, scope, orphans)).excerpts }
}

/** How many excerpts match. */
export async function countMatching(db: Db, scope: Scope, filter: ExcerptFilter): Promise<number> {
  return (await total(db, scope, await resolveFilter(db, scope, filter))).excerpts
}

function emptyCounts(): ExcerptCounts['by'] {
  return { theme: {}, actor: {}, role: {}, stance: {}, status: {}, certainty: {}, language: {}, document: {}, tagger: {} }
}

/** The field whose asked values are alternatives along this dimension; null when there are none. */
function alternativesOf(dimension: Dimension, filter: ExcerptFilter): FilterField | null {
  const fields: Record<Dimension, FilterField | null> = {
    theme: filter.themeMatch === 'any' ? 'themeIds' : null,
    actor: filter.actorMatch === 'any' ? 'actors' : null,
    role: 'roles',
    stance: 'stances',
    status: 'statuses',
    certainty: 'certainties',
    language: 'languages',
    document: 'documentIds',
    tagger: 'taggerIds',
  }
  const field = fields[dimension]
  return field && (filter[field as 'roles']?.length ?? 0) > 0 ? field : null
}

async function total(db: Db, scope: Scope, resolved: ResolvedFilter): Promise<{ excerpts: number; documents: number; outlets: number }> {
  const { rows } = await db.execute<{ excerpts: number; documents: number; outlets: number }>(sql`
    select coalesce(sum(n), 0)::int as excerpts, count(*)::int as documents, (count(distinct ${documents.outlet}) filter (where ${documents.outlet} <> ''))::int as outlets
    from (
      select ${excerpts.documentId} as id, count(*) as n from ${excerpts}
      where ${excerptMatches(scope, resolved)} group by ${excerpts.documentId}
    ) hit join ${documents} on ${documents.id} = hit.id
    where ${documentMatches(scope, resolved)}`)
  return rows[0] ?? { excerpts: 0, documents: 0, outlets: 0 }
}

type CountRow = { dimension: Dimension; key: string; n: number }

async function countBy(db: Db, scope: Scope, resolved: ResolvedFilter, dimensions: readonly Dimension[]): Promise<CountRow[]> {
  const parts = dimensions.map((dimension) => GROUPED[dimension](scope, resolved))
  const { rows } = await db.execute<CountRow>(sql`
    with recursive under (top, id) as (
      select ${themes.id}, ${themes.id} from ${themes} where ${themes.workspaceId} = ${scope.workspaceId} and ${themes.deletedAt} is null
      ${resolved.filter.includeDescendants ? sql`union select under.top, ${themes.id} from under join ${themes} on ${themes.parentId} = under.id and ${themes.deletedAt} is null` : sql``}
    ),
    hit as materialized (
      select ${excerpts.annotationId} as annotation_id, ${excerpts.documentId} as document_id, ${excerpts.taggerId} as tagger_id,
        ${excerpts.status} as status, ${excerpts.certainty} as certainty, ${documents.language} as language
      from ${excerpts} join ${documents} on ${documents.id} = ${excerpts.documentId}
      where ${documentMatches(scope, resolved)} and ${excerptMatches(scope, resolved)}
    )
    ${sql.join(parts, sql` union all `)}`)
  return rows
}

const GROUPED: Record<Dimension, (scope: Scope, resolved: ResolvedFilter) => SQL> = {
  theme: () => sql`
    select 'theme' as dimension, top::text as key, count(*)::int as n
    from (select distinct under.top, tag.annotation_id from hit join ${excerptThemes} tag using (annotation_id) join under on under.id = tag.theme_id) pair
    group by top`,
  actor: ({ workspaceId }) => sql`
    select 'actor' as dimension, actor_id::text as key, count(*)::int as n
    from (select distinct tag.actor_id, tag.annotation_id from hit join ${excerptActors} tag using (annotation_id)) pair
    join ${actors} on ${actors.id} = actor_id and ${actors.deletedAt} is null and ${actors.workspaceId} = ${workspaceId}
    group by actor_id`,
  role: () => sql`
    select 'role' as dimension, role as key, count(*)::int as n
    from (select distinct tag.role, tag.annotation_id from hit join ${excerptActors} tag using (annotation_id)) pair
    group by role`,
  stance: (_, { filter, themes: tree }) => {
    const ids = filter.themeIds.flatMap((id) => themesMeant(filter, tree, id))
    const asked = filter.themeIds.length ? sql`where tag.theme_id = any(${sql.param(ids)}::uuid[])` : sql``
    return sql`
    select 'stance' as dimension, stance as key, count(*)::int as n
    from (select distinct tag.stance, tag.annotation_id from hit join ${excerptThemes} tag using (annotation_id) ${asked}) pair
    group by stance`
  },
  status: () => sql`select 'status' as dimension, status as key, count(*)::int as n from hit where status is not null group by status`,
  certainty: () =>
    sql`select 'certainty' as dimension, certainty as key, count(*)::int as n from hit where certainty is not null group by certainty`,
  language: () => sql`select 'language' as dimension, language as key, count(*)::int as n from hit group by language`,
  document: () => sql`select 'document' as dimension, document_id::text as key, count(*)::int as n from hit group by document_id`,
  tagger: () => sql`select 'tagger' as dimension, tagger_id::text as key, count(*)::int as n from hit group by tagger_id`,
}
