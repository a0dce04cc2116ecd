import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import { comments } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'
import type { LossCounts } from '#/lib/format/export/losses.ts'
import type { Query } from '#/lib/query/query.ts'
import { documentMatches, excerptMatches } from './match-query.ts'
import { resolveQuery } from './resolve-query.ts'

/** Counts, of the excerpts that match, what not every format holds. */
export async function countLosses(db: Db, scope: Scope, query: Query): Promise<LossCounts> {
  const resolved = await resolveQuery(db, scope, query)
  const e = excerpts
  const { rows } = await db.execute<Record<keyof LossCounts, number>>(sql`
    with hit as materialized (
      select ${e.annotationId} as id, ${e.documentId} as document_id, ${e.state} = 'orphan' as detached, ${e.memo} <> '' as memo,
        (${e.eventDate} is not null or ${e.place} is not null or ${e.placeLatitude} is not null or ${e.reportedBy} is not null) as detail,
        (${e.placeLatitude} is not null or ${e.reportedBy} is not null) as pointed,
        (${e.status} is not null or ${e.certainty} is not null) as sure,
        (${e.quote} <> ${e.taggedQuote} and length(${e.taggedQuote}) < 511) or ${e.originalQuote} <> ${e.quote} as past,
        greatest(length(${e.quote}), length(${e.memo}), length(${e.originalQuote})) > 32767 as long,
        ${e.importantTo} <> '{}' as important
      from ${e} join ${documents} on ${documents.id} = ${e.documentId}
      where ${documentMatches(scope, resolved)} and ${excerptMatches(scope, resolved)}
    ),
    actor as (select annotation_id as id, bool_or(role = 'source') as source, bool_or(role <> 'source') as other
      from hit join ${excerptActors} tag on tag.annotation_id = hit.id group by annotation_id),
    theme as (select annotation_id as id, bool_or(stance <> 'none') as told, bool_or(stance in ('neutral', 'mixed')) as shaded
      from hit join ${excerptThemes} tag on tag.annotation_id = hit.id group by annotation_id)
    select count(*)::int as excerpts, count(distinct document_id)::int as documents,
      (count(*) filter (where detached))::int as detached, (count(*) filter (where memo))::int as memos,
      (count(*) filter (where detail))::int as details, (count(*) filter (where detail or sure))::int as events,
      (count(*) filter (where pointed))::int as coordinates,
      (count(*) filter (where past and not detached))::int as past, (count(*) filter (where long))::int as long,
      (count(*) filter (where important))::int as important,
      (count(*) filter (where theme.told))::int as stances, (count(*) filter (where theme.shaded))::int as shades,
      (count(*) filter (where actor.id is null and theme.id is null))::int as untagged,
      (count(*) filter (where theme.id is not null and not coalesce(actor.source, false)))::int as unsourced,
      (count(*) filter (where actor.other))::int as "otherRoles",
      (select count(*)::int from ${comments} where ${comments.annotationId} in (select id from hit) and ${comments.act} = 'said' and ${comments.deletedAt} is null) as comments
    from hit left join actor using (id) left join theme using (id)`)
  const [counts] = rows
  if (!counts) throw new Error('A count has a row')
  return counts
}
