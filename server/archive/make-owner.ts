import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { insertMember } from '#/db/queries/members.ts'

/** Whoever an archive is loaded for owns the workspace, whatever they were in it. */
export async function makeOwner(tx: Db, { id, name }: { id: string; name: string }, userId: string): Promise<void> {
  await insertMember(tx, id, userId, 'owner')
  await recordAudit(tx, { event: 'archive-loaded', workspaceId: id, userId, subject: id, details: { name } })
}
