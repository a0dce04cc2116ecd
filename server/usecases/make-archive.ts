import { rename, rm } from 'node:fs/promises'
import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { findWorkspaceName } from '#/db/queries/workspaces.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import type { ArchiveFiles } from '#/server/archive/archive-files.ts'
import type { ArchiveWriting } from '#/server/archive/write-in-process.ts'
import { makingOf } from '#/server/work-keys.ts'
import type { Works } from '#/server/works.ts'

export interface MakeArchiveDeps {
  db: Db
  files: Pick<ArchiveFiles, 'made'>
  write: ArchiveWriting['write']
  works: Works
}

/** Only owners: an archive holds what colleagues keep to themselves, such as their own saved queries. */
export function mayTakeArchive({ role }: Scope): boolean {
  return can(role, 'manage-workspace')
}

export const mayNotTakeArchive = () => t('Only owners can download everything.')

/** Writes everything in the workspace to a file that waits for its owners, instead of an earlier one. */
export async function makeArchive(
  scope: Scope,
  { db, files, write, works }: MakeArchiveDeps,
  onProgress: (done: number, of: number) => void,
): Promise<{ ok: true } | { ok: false; reason: string }> {
  if (!mayTakeArchive(scope)) return { ok: false, reason: mayNotTakeArchive() }
  const { workspaceId } = scope
  const file = files.made(workspaceId)
  const next = `${file}.next`
  const written = await works.run(makingOf(workspaceId), await findWorkspaceName(db, scope), async (tell) => {
    await rm(next, { force: true })
    const isWritten = await write(workspaceId, next, (rows) => {
      tell(rows, 0)
      onProgress(rows, 0)
    })
    // Within the work: the next one begins with the same file.
    await (isWritten ? rename(next, file) : rm(next, { force: true }))
    return isWritten
  })
  if (written === null) return { ok: false, reason: t('An archive of this workspace is being made already. Reload the page in a moment.') }
  if (!written) return { ok: false, reason: t('The archive could not be made. Whoever runs the server finds the cause in its log.') }
  await recordInWorkspace(db, scope, 'archive-made', {})
  return { ok: true }
}
