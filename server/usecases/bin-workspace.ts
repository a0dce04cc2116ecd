import type { Db } from '#/db/client.ts'
import { recordAudit, recordInWorkspace } from '#/db/queries/audit-log.ts'
import { binWorkspace as close, unbinWorkspace } from '#/db/queries/binned-workspaces.ts'
import { listMembers } from '#/db/queries/members.ts'
import { findWorkspaceName } from '#/db/queries/workspaces.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { isSameName } from '#/lib/bin/is-same-name.ts'
import { t } from '#/lib/message/t.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'

interface Deps {
  db: Db
  collab: Pick<CollabServer, 'closeUser'>
  now?: Date
}

export type BinWorkspaceResult = { ok: true } | { ok: false; reason: string }

/**
 * Puts a workspace into the bin: nobody gets in any more, also in pages that are open. An owner can bring it back for 30 days.
 *
 * @param typed its name, as the person typed it to confirm
 */
export async function binWorkspace(scope: Scope, typed: string, deps: Deps): Promise<BinWorkspaceResult> {
  if (!can(scope.role, 'manage-workspace')) return { ok: false, reason: t('Only an owner can delete the workspace.') }
  const result = await deps.db.transaction(async (tx): Promise<BinWorkspaceResult> => {
    const name = await findWorkspaceName(tx, scope)
    if (!isSameName(typed, name)) return { ok: false, reason: t('That is not its name. Nothing was deleted.') }
    if (!(await close(tx, scope, deps.now ?? new Date()))) return { ok: false, reason: t('This workspace was deleted already.') }
    await recordInWorkspace(tx, scope, 'workspace-binned', { subject: scope.workspaceId, details: { name } })
    return { ok: true }
  })
  if (!result.ok) return result
  for (const { id } of await listMembers(deps.db, scope)) deps.collab.closeUser(scope.workspaceId, id)
  return result
}

/** Opens a workspace again, for an owner of it: it has no scope, nobody gets in while it is in the bin. */
export async function bringBackWorkspace(userId: string, workspaceId: string, deps: Omit<Deps, 'collab'>): Promise<BinWorkspaceResult> {
  const name = await deps.db.transaction(async (tx) => {
    const name = await unbinWorkspace(tx, workspaceId, userId, deps.now ?? new Date())
    if (name !== null)
      await recordAudit(tx, { event: 'workspace-brought-back', workspaceId, userId, subject: workspaceId, details: { name } })
    return name
  })
  return name === null
    ? { ok: false, reason: t('There is nothing to bring back: it is open again, or its 30 days are over.') }
    : { ok: true }
}
