import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import { COUNTED } from './codebook-uses.ts'

export interface ActorPair {
  sourceId: string
  source: string
  recipientId: string
  recipient: string
  /** Statements in which the one is a source and the other a recipient. */
  count: number
}

/** Who acts towards whom, in statements that everybody sees: by source, then by recipient. */
export async function countActorPairs(db: Db, { workspaceId }: Scope): Promise<ActorPair[]> {
  const { rows } = await db.execute<ActorPair & Record<string, unknown>>(sql`
    select s.id as "sourceId", s.name as source, r.id as "recipientId", r.name as recipient, count(*)::int as count
    from excerpt_actors tag ${COUNTED}
    join excerpt_actors other on other.annotation_id = tag.annotation_id and other.role = 'recipient' and other.workspace_id = ${workspaceId}
    join actors s on s.id = tag.actor_id and s.deleted_at is null
    join actors r on r.id = other.actor_id and r.deleted_at is null
    where tag.workspace_id = ${workspaceId} and tag.role = 'source'
    group by s.id, r.id
    order by s.name, s.id, r.name, r.id`)
  return rows
}
