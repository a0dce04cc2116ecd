import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorMonth, ActorPartner, ActorProfile, ActorStances } from '#/lib/codebook/actor-profile.ts'
import { NO_ACTOR_USES } from '#/lib/codebook/uses.ts'
import { inVisibleLayer } from './match-query.ts'

/** How many other actors and themes are named. */
const NAMED = 12

/** What the statements say of an actor, counted by the database: the same few rows for ten statements and for ten thousand. */
export async function readActorProfile(db: Db, scope: Scope, actorId: string): Promise<ActorProfile> {
  const mine = statementsOf(scope, actorId)
  const { undated, ...uses } = await readTotals(db, mine)
  return {
    uses,
    undated,
    months: await readMonths(db, mine),
    partners: await readPartners(db, mine, scope, actorId),
    stances: await readStances(db, mine, scope),
  }
}

/** The actor's tags on excerpts the reader may see, once per role. */
function statementsOf(scope: Scope, actorId: string): SQL {
  return sql`
    with mine as materialized (
      select tag.annotation_id, tag.role, d.id as document_id, d.published_on
      from excerpt_actors tag
      join ${excerpts} on ${excerpts.annotationId} = tag.annotation_id
      join documents d on d.id = ${excerpts.documentId} and d.deleted_at is null
      where tag.workspace_id = ${scope.workspaceId} and tag.actor_id = ${actorId} and ${inVisibleLayer(scope)}
    )`
}

const COUNTS = sql`
  count(distinct annotation_id)::int as statements,
  (count(*) filter (where role = 'source'))::int as source,
  (count(*) filter (where role = 'recipient'))::int as recipient,
  (count(*) filter (where role = 'mentioned'))::int as mentioned`

async function readTotals(db: Db, mine: SQL): Promise<ActorProfile['uses'] & { undated: number }> {
  const { rows } = await db.execute<ActorProfile['uses'] & { undated: number } & Record<string, unknown>>(sql`
    ${mine}
    select ${COUNTS}, count(distinct document_id)::int as documents,
           (count(distinct annotation_id) filter (where published_on is null))::int as undated
    from mine`)
  return rows[0] ?? { ...NO_ACTOR_USES, undated: 0 }
}

async function readMonths(db: Db, mine: SQL): Promise<ActorMonth[]> {
  const { rows } = await db.execute<ActorMonth & Record<string, unknown>>(sql`
    ${mine}
    select to_char(published_on, 'YYYY-MM') as month, ${COUNTS}
    from mine where published_on is not null group by 1 order by 1`)
  return rows
}

async function readPartners(db: Db, mine: SQL, { workspaceId }: Scope, actorId: string): Promise<ActorPartner[]> {
  const { rows } = await db.execute<ActorPartner & Record<string, unknown>>(sql`
    ${mine}
    select other.actor_id as id,
           count(distinct mine.annotation_id)::int as statements,
           (count(distinct mine.annotation_id) filter (where mine.role = 'source' and other.role = 'recipient'))::int as "to",
           (count(distinct mine.annotation_id) filter (where mine.role = 'recipient' and other.role = 'source'))::int as "from"
    from mine
    join excerpt_actors other on other.annotation_id = mine.annotation_id and other.workspace_id = ${workspaceId} and other.actor_id <> ${actorId}
    join actors a on a.id = other.actor_id and a.deleted_at is null
    group by other.actor_id, a.name
    order by statements desc, a.name limit ${NAMED}`)
  return rows
}

async function readStances(db: Db, mine: SQL, { workspaceId }: Scope): Promise<ActorStances[]> {
  const stance = (name: string) => sql`(count(*) filter (where tag.stance = ${name}))::int`
  const { rows } = await db.execute<ActorStances & Record<string, unknown>>(sql`
    ${mine}
    select tag.theme_id as id, count(*)::int as statements,
           ${stance('supports')} as supports, ${stance('opposes')} as opposes, ${stance('neutral')} as neutral,
           ${stance('mixed')} as mixed, ${stance('none')} as none
    from (select distinct annotation_id from mine where role = 'source') said
    join excerpt_themes tag on tag.annotation_id = said.annotation_id and tag.workspace_id = ${workspaceId}
    join themes t on t.id = tag.theme_id and t.deleted_at is null
    group by tag.theme_id, t.name
    order by statements desc, t.name limit ${NAMED}`)
  return rows
}
