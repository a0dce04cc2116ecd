import type { Db } from '#/db/client.ts'
import { isRecorded, recordAudit } from '#/db/queries/audit-log.ts'
import { deleteWorkspaceRow, endWorkspaceTimeInBin, listAllDocuments } from '#/db/queries/purge.ts'
import { deleteDocument } from './delete-document.ts'

/**
 * Removes a workspace whose time in the bin is over, document after document, and records it once.
 *
 * @returns false when it was brought back meanwhile, or is gone
 * @throws when `until` is aborted: the next purge goes on from there
 */
export async function deleteWorkspace(db: Db, { id, name }: { id: string; name: string }, until?: AbortSignal): Promise<boolean> {
  const documents = await db.transaction(async (tx) => {
    if (!(await endWorkspaceTimeInBin(tx, id))) return null
    const doomed = await listAllDocuments(tx, id)
    if (await isRecorded(tx, id, 'workspace-deleted', id)) return doomed
    const details = { name, documents: doomed.length }
    await recordAudit(tx, { event: 'workspace-deleted', workspaceId: id, userId: null, subject: id, details })
    return doomed
  })
  if (!documents) return false
  for (const document of documents) await deleteDocument(db, document, until)
  await deleteWorkspaceRow(db, id)
  return true
}
