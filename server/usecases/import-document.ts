import { createHash } from 'node:crypto'
import { findSameText, insertDocument } from '#/db/queries/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { checkDocumentMeta, type DocumentMetaInput } from '#/lib/document/check-meta.ts'
import type { ExtractedSource, ImportRefusal } from '#/lib/format/import/import-result.ts'
import type { PastedText } from '#/lib/format/import/paste.ts'
import { newId } from '#/lib/id.ts'
import { blocksText } from '#/lib/text/block.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { createTextDoc } from '#/lib/text/flat.ts'
import { seedRoom } from '#/server/collab/room-log.ts'
import type { Extraction } from '#/server/jobs/extract.ts'
import type { DocumentDeps } from './update-document.ts'

export type ImportInput = ({ fileName: string; bytes: Uint8Array } | { pasted: PastedText }) & {
  /** What the person said about the source; wins over what the file says. */
  overrides?: Partial<DocumentMetaInput>
}

export interface ImportedDocument {
  ok: true
  documentId: string
  title: string
  paragraphs: number
  /** Sentences about what was left out or guessed. */
  notes: string[]
  /** An older document with exactly this text; this one was imported all the same. */
  duplicateOf: { id: string; title: string } | null
}

/** A code, and the sentence for the person who added the file. */
export interface ImportRefused {
  ok: false
  reason: ImportRefusal | 'forbidden' | 'invalid'
  message: string
}

const MAY_NOT_IMPORT: ImportRefused = { ok: false, reason: 'forbidden', message: 'Only editors and owners can add documents.' }

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
  const source = await deps.extract(input)
  if (!source.ok) return source
  const checked = checkDocumentMeta({ ...metaOf(source), ...input.overrides })
  if (!checked.ok) return { ok: false, reason: 'invalid', message: checked.reason }
  const { meta } = checked
  const id = newId()
  const text = blocksText(source.blocks)
  const textSha256 = sha256(text)
  const doc = createTextDoc(source.blocks)
  const duplicateOf = await deps.db.transaction(async (tx) => {
    const same = await findSameText(tx, scope, textSha256)
    await insertDocument(
      tx,
      scope,
      { id, sharedLayerId: newId(), wordCount: countWords(text), ...meta },
      { ...originalOf(input), format: source.format, encoding: source.encoding ?? '', notes: source.notes, text, textSha256 },
    )
    await seedRoom(tx, { room: `text/${id}`, workspaceId: scope.workspaceId, userId: null }, doc)
    return same
  })
  deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'documents', id })
  return { ok: true, documentId: id, title: meta.title, paragraphs: source.blocks.length, notes: source.notes, duplicateOf }
}

function metaOf(source: ExtractedSource): DocumentMetaInput {
  const { title, outlet = '', author = '', publishedOn = null, url = '', language, direction } = source
  return { title, outlet, author, publishedOn, url, kind: '', language, direction }
}

/** Pasted text has no file: its own bytes, HTML if there was any, are kept instead. */
function originalOf(input: ImportInput): { fileName: string; bytes: Uint8Array; byteSize: number; sha256: string } {
  const isHtml = 'pasted' in input && Boolean(input.pasted.html)
  const bytes = 'pasted' in input ? new TextEncoder().encode(input.pasted.html || input.pasted.text) : input.bytes
  const fileName = 'pasted' in input ? `pasted.${isHtml ? 'html' : 'txt'}` : cleanFileName(input.fileName)
  return { fileName, bytes, byteSize: bytes.length, sha256: sha256(bytes) }
}

const LONGEST_NAME = 255

/** The last part of the path, without control characters and characters that turn the writing direction. */
function cleanFileName(name: string): string {
  const base = name.replace(/^.*[\\/]/, '').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
  return base.toWellFormed().slice(-LONGEST_NAME).toWellFormed() || 'document'
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
