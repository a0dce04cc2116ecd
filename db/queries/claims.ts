import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { Certainty, Reporter, Status } from '#/lib/annotation/facts.ts'
import type { ClaimFilter, ClaimKey } from '#/lib/claims/claim.ts'
import { inVisibleLayer } from './match-query.ts'

/** A source actor that supports a theme in one place and opposes it in another, with how much there is. */
export interface ContradictionRow {
  actorId: string
  themeId: string
  supports: number
  opposes: number
  documents: number
}

/** A stance of a source actor towards a theme that more than one document reports. */
export interface ClaimRow extends ClaimKey {
  statements: number
  documents: number
  /** Documents without an outlet count as one each. */
  outlets: number
}

/** A statement of a claim. Days as "YYYY-MM-DD". */
export interface SaidRow extends ClaimKey {
  annotationId: string
  quote: string
  status: Status | null
  certainty: Certainty | null
  reportedBy: Reporter[] | null
  /** EDTF; null: not said. */
  eventDate: string | null
  /** First day of the event, else the day the document was published. */
  day: string | null
  documentId: string
  title: string
  outlet: string
  publishedOn: string | null
  language: string
  direction: 'ltr' | 'rtl'
}

/**
 * What the sources say: one row for each source actor and each theme of an anchored statement that this member may see. A statement
 * belongs to the day of its event, or else to the day its document was published; one without either to no asked day.
 */
function said(scope: Scope, { actorId, from, until }: ClaimFilter): SQL {
  const day = sql`coalesce(${excerpts.eventFrom}, ${documents.publishedOn})`
  return sql`
    select who.actor_id, what.theme_id, what.stance, ${excerpts.annotationId} as annotation_id, ${excerpts.documentId} as document_id,
      ${day} as day, coalesce(nullif(${documents.outlet}, ''), ${documents.id}::text) as outlet
    from ${excerpts}
    join ${documents} on ${documents.id} = ${excerpts.documentId} and ${documents.deletedAt} is null
    join ${excerptActors} who on who.annotation_id = ${excerpts.annotationId} and who.role = 'source'
    join ${excerptThemes} what on what.annotation_id = ${excerpts.annotationId}
    join ${actors} on ${actors.id} = who.actor_id and ${actors.deletedAt} is null
    join ${themes} on ${themes.id} = what.theme_id and ${themes.deletedAt} is null
    where ${excerpts.workspaceId} = ${scope.workspaceId} and ${excerpts.state} = 'anchored' and ${inVisibleLayer(scope)}
      ${actorId ? sql`and who.actor_id = ${actorId}` : sql``}
      ${from ? sql`and ${day} >= ${from}` : sql``}
      ${until ? sql`and ${day} <= ${until}` : sql``}`
}

/** Actors that support and oppose the same theme, in different documents or on different days; those with most on both sides first. */
export async function listContradictions(
  db: Db,
  scope: Scope,
  filter: ClaimFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ContradictionRow[]> {
  const { rows } = await db.execute<Record<keyof ContradictionRow, never>>(sql`
    with said as (${said(scope, filter)})
    select actor_id as "actorId", theme_id as "themeId",
      (count(*) filter (where stance = 'supports'))::int as supports, (count(*) filter (where stance = 'opposes'))::int as opposes,
      count(distinct document_id)::int as documents
    from said where stance in ('supports', 'opposes')
    group by actor_id, theme_id
    having count(distinct stance) = 2 and count(distinct (document_id, day)) > 1
    order by least(count(*) filter (where stance = 'supports'), count(*) filter (where stance = 'opposes')) desc, count(*) desc, actor_id, theme_id
    limit ${limit} offset ${offset}`)
  return rows
}

/** Claims that more than one document reports; those that most outlets report first. */
export async function listClaims(
  db: Db,
  scope: Scope,
  filter: ClaimFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ClaimRow[]> {
  const { rows } = await db.execute<Record<keyof ClaimRow, never>>(sql`
    with said as (${said(scope, filter)})
    select actor_id as "actorId", theme_id as "themeId", stance, count(*)::int as statements,
      count(distinct document_id)::int as documents, count(distinct outlet)::int as outlets
    from said group by actor_id, theme_id, stance
    having count(distinct document_id) > 1
    order by count(distinct outlet) desc, count(distinct document_id) desc, count(*) desc, actor_id, theme_id, stance
    limit ${limit} offset ${offset}`)
  return rows
}

/** How many contradictions and claims there are. */
export async function countClaims(db: Db, scope: Scope, filter: ClaimFilter): Promise<{ contradictions: number; claims: number }> {
  const { rows } = await db.execute<{ contradictions: number; claims: number }>(sql`
    with said as materialized (${said(scope, filter)})
    select
      (select count(*)::int from (
        select from said where stance in ('supports', 'opposes') group by actor_id, theme_id
        having count(distinct stance) = 2 and count(distinct (document_id, day)) > 1) c) as contradictions,
      (select count(*)::int from (
        select from said group by actor_id, theme_id, stance having count(distinct document_id) > 1) c) as claims`)
  return rows[0] ?? { contradictions: 0, claims: 0 }
}

/** The statements of some claims by day, the earliest first, undated ones last; at most `each` of every claim. */
export async function readSaid(
  db: Db,
  scope: Scope,
  filter: ClaimFilter,
  { claims, each }: { claims: readonly ClaimKey[]; each: number },
): Promise<SaidRow[]> {
  if (claims.length === 0) return []
  const asked = (field: keyof ClaimKey) => sql.param(claims.map((claim) => claim[field]))
  const { rows } = await db.execute<Record<keyof SaidRow, never>>(sql`
    with said as (${said(scope, filter)}),
    ranked as (
      select said.*, row_number() over (partition by actor_id, theme_id, stance order by day, annotation_id) as n
      from said join unnest(${asked('actorId')}::uuid[], ${asked('themeId')}::uuid[], ${asked('stance')}::text[]) as asked (actor_id, theme_id, stance)
        using (actor_id, theme_id, stance)
    )
    select ranked.actor_id as "actorId", ranked.theme_id as "themeId", ranked.stance, ranked.annotation_id as "annotationId",
      ${excerpts.quote} as quote, ${excerpts.status} as status, ${excerpts.certainty} as certainty, ${excerpts.reportedBy} as "reportedBy",
      ${excerpts.eventDate} as "eventDate", ranked.day::text as day, ${documents.id} as "documentId", ${documents.title} as title,
      ${documents.outlet} as outlet, ${documents.publishedOn}::text as "publishedOn", ${documents.language} as language,
      ${documents.direction} as direction
    from ranked join ${excerpts} on ${excerpts.annotationId} = ranked.annotation_id
    join ${documents} on ${documents.id} = ${excerpts.documentId}
    where n <= ${each}
    order by ranked.day, ranked.annotation_id`)
  return rows
}

/** The actors that stand as sources somewhere, by name: what the claims can be narrowed to. */
export async function listSources(db: Db, scope: Scope): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.execute<{ id: string; name: string }>(sql`
    select ${actors.id} as id, ${actors.name} as name from ${actors}
    where ${actors.workspaceId} = ${scope.workspaceId} and ${actors.deletedAt} is null
      and exists (select from ${excerptActors} who where who.actor_id = ${actors.id} and who.workspace_id = ${scope.workspaceId} and who.role = 'source')
    order by lower(${actors.name})`)
  return rows
}
