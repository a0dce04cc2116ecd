import type { Db } from '#/db/client.ts'
import { isRecorded, recordAudit } from '#/db/queries/audit-log.ts'
import { deleteWorkspaceRow, listAllDocuments } from '#/db/queries/purge.ts'
import { deleteDocument } from './delete-document.ts'

/** Removes a workspace whose time in the bin is over, document after document, and records it once. */
export async function deleteWorkspace(db: Db, { id, name }: { id: string; name: string }, until?: AbortSignal): Promise<void> {
  const documents = await listAllDocuments(db, id)
  await db.transaction(async (tx) => {
    if (await isRecorded(tx, id, 'workspace-deleted', id)) return
    const details = { name, documents: documents.length }
    await recordAudit(tx, { event: 'workspace-deleted', workspaceId: id, userId: null, subject: id, details })
  })
  for (const document of documents) await deleteDocument(db, document, until)
  await deleteWorkspaceRow(db, id)
}
