import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { insertMember } from '#/db/queries/members.ts'
import { insertWorkspace } from '#/db/queries/workspaces.ts'
import { newId } from '#/lib/id.ts'
import { checkWorkspaceName } from './workspace-name.ts'

/** A new, empty workspace whose owner is the person who makes it. */
export async function createWorkspace(
  userId: string,
  input: { name: string },
  deps: { db: Db },
): Promise<{ ok: true; workspaceId: string } | { ok: false; reason: string }> {
  const checked = checkWorkspaceName(input.name)
  if (!checked.ok) return checked
  const id = newId()
  await deps.db.transaction(async (tx) => {
    await insertWorkspace(tx, { id, name: checked.name, createdBy: userId })
    await insertMember(tx, id, userId, 'owner')
    await recordAudit(tx, { event: 'workspace-created', workspaceId: id, userId, subject: id, details: { name: checked.name } })
  })
  return { ok: true, workspaceId: id }
}
