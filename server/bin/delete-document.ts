import type { Db } from '#/db/client.ts'
import { isRecorded, recordAudit } from '#/db/queries/audit-log.ts'
import { type Doomed, deleteDocumentRow, deleteSomeContent, deleteSomeOfRooms, endTimeInBin, roomsOfDocument } from '#/db/queries/purge.ts'

/**
 * Decides that a document in the bin is deleted for good, and records it, once: afterwards nothing brings it back, and what is
 * left of it after a stop in the middle is deleted by the next purge.
 *
 * @param userId who decided; null: its 30 days are over
 * @returns false when it is gone already, or alive
 */
export async function decideDeletion(db: Db, document: Doomed, userId: string | null): Promise<boolean> {
  const { id, workspaceId } = document
  return db.transaction(async (tx) => {
    const counts = await endTimeInBin(tx, document)
    if (!counts) return false
    if (await isRecorded(tx, workspaceId, 'document-deleted', id)) return true
    await recordAudit(tx, { event: 'document-deleted', workspaceId, userId, subject: id, details: { ...counts } })
    return true
  })
}

/**
 * Removes everything of a document that was decided about, in statements short enough for others to be answered in between.
 *
 * @throws when `until` is aborted: the next purge goes on from there
 */
export async function deleteDocument(db: Db, document: Doomed, until?: AbortSignal): Promise<void> {
  const rooms = await roomsOfDocument(db, document.id)
  do until?.throwIfAborted()
  while (await deleteSomeContent(db, document))
  await deleteDocumentRow(db, document)
  await deleteRooms(db, rooms, until)
}

/** Removes everything that is stored of these rooms; throws when `until` is aborted. */
export async function deleteRooms(db: Db, rooms: readonly string[], until?: AbortSignal): Promise<void> {
  if (rooms.length === 0) return
  do until?.throwIfAborted()
  while (await deleteSomeOfRooms(db, rooms))
}
