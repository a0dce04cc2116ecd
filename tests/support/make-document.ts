import { createHash } from 'node:crypto'
import type { Db } from '#/db/client.ts'
import { documents, layers, originals } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { newId } from '#/lib/id.ts'

/** A document with its original and its shared layer, as rows: `text` is what was imported, its rooms are still empty. */
export async function makeDocument(
  db: Db,
  scope: Scope,
  given: { title?: string; text?: string } = {},
): Promise<{ id: string; layerId: string }> {
  const id = newId()
  const layerId = newId()
  const { workspaceId, userId } = scope
  const text = given.text ?? 'The Pentagon said the hotline with Russia is open.'
  const bytes = new TextEncoder().encode(text)
  await db.insert(documents).values({ id, workspaceId, title: given.title ?? 'Hotline', language: 'en', createdBy: userId })
  await db.insert(originals).values({
    documentId: id,
    workspaceId,
    fileName: 'hotline.txt',
    format: 'txt',
    encoding: 'utf-8',
    byteSize: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    textSha256: createHash('sha256').update(text).digest('hex'),
    bytes,
    text,
  })
  await db.insert(layers).values({ id: layerId, workspaceId, documentId: id, kind: 'shared' })
  return { id, layerId }
}
