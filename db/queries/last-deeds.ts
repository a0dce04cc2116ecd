import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { users } from '#/db/schema/people.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import { comments, threads } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'
import type { Deed, LastDeed } from '#/lib/activity/deed.ts'
import { LONGEST_BREAK } from '#/lib/activity/join-deeds.ts'
import { inVisibleLayer } from './match-query.ts'

/** What was last done in each live document: imported, edited, tagged or commented on, by whom and when. */
export async function listLastDeeds(db: Db, scope: Scope): Promise<Map<string, LastDeed>> {
  const { rows } = await db.execute<{ documentId: string; kind: Deed['kind']; id: string; name: string; at: number; count: number }>(sql`
    with done as (${imports(scope)} union all ${lastEdits(scope)} union all ${tags(scope)} union all ${said(scope)})
    select distinct on (document_id) document_id as "documentId", kind, ${users.id} as id, ${users.name} as name, n as count,
      (extract(epoch from at) * 1000)::float8 as at
    from done join ${users} on ${users.id} = done.by
    order by document_id, done.at desc`)
  return new Map(rows.map(({ documentId, id, name, ...deed }) => [documentId, { ...deed, by: { id, name } }]))
}

const isLive = ({ workspaceId }: Scope): SQL => sql`${documents.workspaceId} = ${workspaceId} and ${documents.deletedAt} is null`

const imports = (scope: Scope): SQL =>
  sql`select ${documents.id} as document_id, 'imported' as kind, ${documents.createdBy} as by, ${documents.createdAt} as at, 1 as n
    from ${documents} where ${isLive(scope)}`

/** The last change of each text that somebody typed. One look into the index of the log per document. */
export const lastEdits = (scope: Scope): SQL => sql`
  select ${documents.id}, 'edited', last.by, last.at, 1 from ${documents} cross join lateral (
    select ${roomUpdates.userId} as by, ${roomUpdates.at} as at from ${roomUpdates}
    where ${roomUpdates.room} = 'text/' || ${documents.id} and ${roomUpdates.userId} is not null
    order by ${roomUpdates.seq} desc limit 1) last
  where ${isLive(scope)}`

/** The last statement of each document, and how many its author made in that go. */
const tags = (scope: Scope): SQL => {
  const visible = sql`${excerpts.workspaceId} = ${scope.workspaceId} and ${inVisibleLayer(scope)}`
  return sql`
    select last.document_id, 'tagged', last.by, last.at, (
      select count(*)::int from ${excerpts} where ${visible} and ${excerpts.documentId} = last.document_id
        and ${excerpts.taggerId} = last.by and ${excerpts.createdAt} > last.at - ${LONGEST_BREAK} * interval '1 millisecond')
    from (
      select distinct on (${excerpts.documentId}) ${excerpts.documentId} as document_id, ${excerpts.taggerId} as by, ${excerpts.createdAt} as at
      from ${excerpts} join ${documents} on ${documents.id} = ${excerpts.documentId} and ${isLive(scope)}
      where ${visible}
      order by ${excerpts.documentId}, ${excerpts.createdAt} desc) last`
}

const said = (scope: Scope): SQL => sql`
  select ${threads.documentId}, 'commented', ${comments.createdBy}, ${comments.createdAt}, 1
  from ${comments} join ${threads} on ${threads.annotationId} = ${comments.annotationId}
  join ${documents} on ${documents.id} = ${threads.documentId} and ${isLive(scope)}
  where ${comments.workspaceId} = ${scope.workspaceId} and ${comments.act} = 'said' and ${comments.deletedAt} is null`
