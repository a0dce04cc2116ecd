import { sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'

/**
 * Says of all documents of a workspace that their excerpts changed, and that others are gone: a workspace that comes back with the ids it
 * had is not what is remembered of it. Call it in the transaction that loads it.
 */
export async function stampEverything(tx: Db, workspaceId: string): Promise<void> {
  await tx.execute(sql`
    insert into excerpt_stamps (document_id, workspace_id, xact) select id, workspace_id, pg_current_xact_id() from documents
    where workspace_id = ${workspaceId} on conflict (document_id) do update set xact = excluded.xact`)
  await tx.execute(sql`
    insert into document_departures (workspace_id, xact) values (${workspaceId}, pg_current_xact_id())
    on conflict (workspace_id) do update set xact = excluded.xact`)
}
