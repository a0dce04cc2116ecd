import type { Db } from '#/db/client.ts'
import { setWorkspaceName } from '#/db/queries/workspaces.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { checkWorkspaceName } from './workspace-name.ts'

export async function renameWorkspace(
  scope: Scope,
  input: { name: string },
  deps: { db: Db },
): Promise<{ ok: true } | { ok: false; reason: string }> {
  if (!can(scope.role, 'manage-workspace')) return { ok: false, reason: 'Only an owner can rename the workspace.' }
  const checked = checkWorkspaceName(input.name)
  if (!checked.ok) return checked
  await setWorkspaceName(deps.db, scope, checked.name)
  return { ok: true }
}
