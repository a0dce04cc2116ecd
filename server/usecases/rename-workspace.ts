import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { findWorkspaceName, setWorkspaceName } from '#/db/queries/workspaces.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { checkWorkspaceName } from './workspace-name.ts'

export async function renameWorkspace(
  scope: Scope,
  input: { name: string },
  deps: { db: Db },
): Promise<{ ok: true } | { ok: false; reason: string }> {
  if (!can(scope.role, 'manage-workspace')) return { ok: false, reason: t('Only an owner can rename the workspace.') }
  const checked = checkWorkspaceName(input.name)
  if (!checked.ok) return checked
  await deps.db.transaction(async (tx) => {
    await lockWorkspace(tx, scope)
    const from = await findWorkspaceName(tx, scope)
    if (from === checked.name) return
    await setWorkspaceName(tx, scope, checked.name)
    await recordInWorkspace(tx, scope, 'workspace-renamed', { subject: scope.workspaceId, details: { from, to: checked.name } })
  })
  return { ok: true }
}
