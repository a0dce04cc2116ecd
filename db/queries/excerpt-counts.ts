import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import { asked, askedKeys, DIMENSIONS, type Dimension } from '#/lib/query/facet-keys.ts'
import type { Query } from '#/lib/query/query.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import { detachedOnes, except, type ResolvedQuery, resolveQuery, themesMeant } from './resolve-query.ts'

/** Memory a sort or a hash table of counting may take before it goes to disk: counts of a hundred thousand excerpts fit. */
const WORK_MEMORY = '48MB'

/** Counts what matches in total and by everything the results can be narrowed by, at one moment. */
export function countExcerpts(db: Db, scope: Scope, query: Query): Promise<ExcerptCounts> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('work_mem', ${WORK_MEMORY}, true)`)
    const resolved = await resolveQuery(tx, scope, query)
    const by = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, {}])) as ExcerptCounts['by']
    const groups = Map.groupBy(DIMENSIONS, (dimension) => (isOfAlternatives(dimension, resolved.query) ? dimension : null))
    for (const [field, dimensions] of groups) {
      const rows = await countBy(tx, scope, field ? except(resolved, field) : resolved, dimensions, resolved)
      for (const { dimension, key, n } of rows) by[dimension][key] = n
    }
    const orphans = (await total(tx, scope, detachedOnes(resolved))).excerpts
    return { ...(await total(tx, scope, resolved)), orphans, by }
  })
}

/** How many excerpts match. */
export async function countMatching(db: Db, scope: Scope, query: Query): Promise<number> {
  return (await total(db, scope, await resolveQuery(db, scope, query))).excerpts
}

/** How many excerpts match, and in how many documents. */
export async function countTotals(db: Db, scope: Scope, query: Query): Promise<{ excerpts: number; documents: number }> {
  return total(db, scope, await resolveQuery(db, scope, query))
}

/** Whether what is asked along a dimension are alternatives, so that one more would add excerpts. */
function isOfAlternatives(dimension: Dimension, query: Query): boolean {
  if (dimension === 'actor') return false
  return dimension === 'theme' ? asked(query, 'theme').length === 1 : askedKeys(query, dimension).length > 0
}

async function total(db: Db, scope: Scope, resolved: ResolvedQuery): Promise<{ excerpts: number; documents: number; outlets: number }> {
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

/** @param whole what is asked, when `resolved` asks less */
async function countBy(
  db: Db,
  scope: Scope,
  resolved: ResolvedQuery,
  dimensions: readonly Dimension[],
  whole: ResolvedQuery,
): Promise<CountRow[]> {
  const parts = dimensions.map((dimension) => GROUPED[dimension](scope, whole))
  const below = asked(whole.query, 'theme')[0]?.below ?? true
  const { rows } = await db.execute<CountRow>(sql`
    with recursive under (top, id) as (
      select ${themes.id}, ${themes.id} from ${themes} where ${themes.workspaceId} = ${scope.workspaceId} and ${themes.deletedAt} is null
      ${below ? sql`union select under.top, ${themes.id} from under join ${themes} on ${themes.parentId} = under.id and ${themes.deletedAt} is null` : sql``}
    ),
    hit as materialized (
      select ${excerpts.annotationId} as annotation_id, ${excerpts.documentId} as document_id, ${excerpts.taggerId} as tagger_id,
        ${excerpts.status} as status, ${excerpts.certainty} as certainty
      from ${excerpts} join ${documents} on ${documents.id} = ${excerpts.documentId}
      where ${documentMatches(scope, resolved)} and ${excerptMatches(scope, resolved)}
    ),
    source as materialized (
      select id, language, outlet, kind, n from (select document_id as id, count(*)::int as n from hit group by document_id) counted
        join ${documents} using (id)
    )
    ${sql.join(parts, sql` union all `)}`)
  return rows
}

const GROUPED: Record<Dimension, (scope: Scope, whole: ResolvedQuery) => SQL> = {
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
  stance: (_, whole) => {
    const towards = asked(whole.query, 'theme')
    const ids = towards.flatMap((condition) => themesMeant(condition, whole.themes))
    const those = towards.length > 0 ? sql`where tag.theme_id = any(${sql.param(ids)}::uuid[])` : sql``
    return sql`
    select 'stance' as dimension, stance as key, count(*)::int as n
    from (select distinct tag.stance, tag.annotation_id from hit join ${excerptThemes} tag using (annotation_id) ${those}) pair
    group by stance`
  },
  status: () => sql`select 'status' as dimension, status as key, count(*)::int as n from hit where status is not null group by status`,
  certainty: () =>
    sql`select 'certainty' as dimension, certainty as key, count(*)::int as n from hit where certainty is not null group by certainty`,
  language: () => sql`select 'language' as dimension, language as key, sum(n)::int as n from source group by language`,
  outlet: () => sql`select 'outlet' as dimension, outlet as key, sum(n)::int as n from source where outlet <> '' group by outlet`,
  kind: () => sql`select 'kind' as dimension, kind as key, sum(n)::int as n from source where kind <> '' group by kind`,
  document: () => sql`select 'document' as dimension, id::text as key, n from source`,
  tagger: () => sql`select 'tagger' as dimension, tagger_id::text as key, count(*)::int as n from hit group by tagger_id`,
}
