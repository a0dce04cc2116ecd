import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { documents } from '#/db/schema/documents.ts'
import { members, users } from '#/db/schema/people.ts'
import { comments, threadReads, threads } from '#/db/schema/talk.ts'
import type { Scope } from '#/db/scope.ts'
import type { ListedThread, ThreadView } from '#/lib/talk/listed-thread.ts'
import { isNewTo } from './threads.ts'

/** How many discussions a page has. */
const PAGE_SIZE = 40

/** Discussions of documents that are not in the bin, with what there is in each for this member. */
function summed(scope: Scope): SQL {
  const { workspaceId, userId } = scope
  const isSaid = sql`${comments.act} = 'said' and ${comments.deletedAt} is null`
  return sql`
    select ${threads.annotationId} as annotation_id, ${threads.documentId} as document_id, ${threads.quote} as quote, ${threads.assigneeId} as assignee_id,
      ${threads.resolvedAt} is not null as is_resolved, max(${comments.createdAt}) as last_at,
      (count(*) filter (where ${isSaid}))::int as said, (count(*) filter (where ${isNewTo(scope)}))::int as unread,
      (${threads.assigneeId} is not distinct from ${userId}::uuid or bool_or(${comments.createdBy} = ${userId} and ${isSaid})
        or bool_or(${comments.mentions} @> ${JSON.stringify([userId])}::jsonb and ${comments.deletedAt} is null)) as concerns,
      (array_agg(${comments.id} order by ${comments.createdAt} desc, ${comments.id} desc) filter (where ${isSaid}))[1] as last_id
    from ${threads}
    join ${documents} on ${documents.id} = ${threads.documentId} and ${documents.deletedAt} is null
    join ${comments} on ${comments.annotationId} = ${threads.annotationId}
    left join ${threadReads} on ${threadReads.annotationId} = ${threads.annotationId} and ${threadReads.userId} = ${userId}
    left join ${members} on ${members.workspaceId} = ${workspaceId} and ${members.userId} = ${userId}
    where ${threads.workspaceId} = ${workspaceId}
    group by ${threads.annotationId}`
}

/** What waits for a member: something new in a discussion they take part in, are named in or are asked to settle; or that they are asked to settle it. */
const waitsFor = ({ userId }: Scope): SQL => sql`((concerns and unread > 0) or (assignee_id = ${userId} and not is_resolved))`

/** The discussions of the workspace, those in which something happened last first. */
export async function listThreads(
  db: Db,
  scope: Scope,
  view: ThreadView,
  skip: number,
): Promise<{ threads: ListedThread[]; hasMore: boolean }> {
  const { rows } = await db.execute<Omit<ListedThread, 'last'> & { text: string | null; by: string; byName: string; at: number }>(sql`
    with summed as (${summed(scope)})
    select summed.annotation_id as "annotationId", summed.document_id as "documentId", ${documents.title} as title, ${documents.language} as language,
      ${documents.direction} as direction, summed.quote, assignee_id as "assigneeId", is_resolved as "isResolved", said, unread,
      ${comments.text} as text, ${comments.createdBy} as by, ${users.name} as "byName", (extract(epoch from ${comments.createdAt}) * 1000)::float8 as at
    from summed
    join ${documents} on ${documents.id} = summed.document_id
    left join ${comments} on ${comments.id} = last_id
    left join ${users} on ${users.id} = ${comments.createdBy}
    where ${view === 'yours' ? waitsFor(scope) : view === 'open' ? sql`not is_resolved` : sql`true`}
    order by last_at desc, summed.annotation_id
    limit ${PAGE_SIZE + 1} offset ${skip}`)
  const listed = rows.map(({ text, by, byName, at, ...thread }) => ({ ...thread, last: text === null ? null : { text, by, byName, at } }))
  return { threads: listed.slice(0, PAGE_SIZE), hasMore: listed.length > PAGE_SIZE }
}

/** How many discussions wait for a member. */
export async function countWaiting(db: Db, scope: Scope): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(
    sql`with summed as (${summed(scope)}) select count(*)::int as n from summed where ${waitsFor(scope)}`,
  )
  return rows[0]?.n ?? 0
}
