import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { findSameText, insertDocument } from '#/db/queries/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { checkDocumentMeta, type DocumentMetaInput } from '#/lib/document/check-meta.ts'
import type { ImportRefusal } from '#/lib/format/import/import-result.ts'
import type { ImportedDocument } from '#/lib/format/import/imported-document.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { seedRoomFromUpdate } from '#/server/collab/room-log.ts'
import type { ExtractedDocument, Extraction } from '#/server/jobs/extract.ts'
import { originalOf, type SourceInput } from './original-of.ts'
import type { DocumentDeps } from './update-document.ts'

export type ImportInput = SourceInput & {
  /** What the person said about the source; wins over what the file says. */
  overrides?: Partial<DocumentMetaInput>
}

/** A code, and the sentence for the person who added the file. */
export interface ImportRefused {
  ok: false
  reason: ImportRefusal | 'forbidden' | 'invalid'
  message: string
}

export const MAY_NOT_IMPORT: ImportRefused = {
  ok: false,
  reason: 'forbidden',
  get message() {
    return t('Only editors and owners can add documents.')
  },
}

/**
 * Makes a document of a file or pasted text: metadata, the unchanged original, an empty shared layer, and the text as the
 * first content of its room, all or nothing.
 */
export async function importDocument(
  scope: Scope,
  input: ImportInput,
  deps: DocumentDeps & Pick<Extraction, 'extract'>,
): Promise<ImportedDocument | ImportRefused> {
  if (!can(scope.role, 'import')) return MAY_NOT_IMPORT
  const source = await deps.extract(input, scope.userId)
  if (!source.ok) return source
  const checked = checkDocumentMeta({ ...metaOf(source), ...input.overrides })
  if (!checked.ok) return { ok: false, reason: 'invalid', message: checked.reason }
  const { title } = checked.meta
  const { paragraphs, notes } = source
  const id = newId()
  const document = { ...checked.meta, id, sharedLayerId: newId(), wordCount: source.wordCount }
  const original = await originalOf(input, source)
  const duplicateOf = await deps.db.transaction(async (tx) => {
    const same = await findSameText(tx, scope, original.textSha256)
    await insertDocument(tx, scope, document, original)
    await seedRoomFromUpdate(tx, { room: `text/${id}`, workspaceId: scope.workspaceId }, source.update)
    const { format, fileName, byteSize } = original
    await recordInWorkspace(tx, scope, 'document-imported', { subject: id, details: { title, format, file: fileName, bytes: byteSize } })
    return same
  })
  deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'documents', id })
  const sameText = duplicateOf
    ? [t('The text is the same as in “{title}”, which is in this workspace already.', { title: duplicateOf.title })]
    : []
  return { ok: true, documentId: id, title, paragraphs, notes: [...notes, ...sameText], duplicateOf }
}

function metaOf(source: ExtractedDocument): DocumentMetaInput {
  const { title, outlet = '', author = '', publishedOn = null, url = '', language, direction } = source
  return { title, outlet, author, publishedOn, url, kind: '', language, direction }
}
