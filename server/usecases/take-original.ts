import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { findDocumentTitle } from '#/db/queries/documents.ts'
import { getOriginal } from '#/db/queries/originals.ts'
import type { Scope } from '#/db/scope.ts'

/**
 * The file of an edition of a document's source, to be taken out of Interline: that is recorded before its first byte leaves.
 *
 * @param edition the latest applied one when absent
 * @returns null when there is no such file
 */
export async function takeOriginal(
  scope: Scope,
  documentId: string,
  edition: number | undefined,
  { db }: { db: Db },
): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  const original = await getOriginal(db, scope, documentId, edition)
  if (!original) return null
  const details = { title: await findDocumentTitle(db, scope, documentId), file: original.fileName }
  await recordInWorkspace(db, scope, 'original-downloaded', { subject: documentId, details })
  return original
}
