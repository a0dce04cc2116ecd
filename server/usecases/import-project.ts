import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { findSameText, insertDocument } from '#/db/queries/documents.ts'
import { insertMemo } from '#/db/queries/memos.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { MOST_SHOWN, previewOf } from '#/lib/codebook/import/import-preview.ts'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import type { PreviewedDocument, ProjectImported, ProjectPreview } from '#/lib/format/project/project-preview.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import { checkMessage } from '#/lib/talk/check-message.ts'
import { MEMO_LIMIT, type MemoSubject } from '#/lib/talk/memo.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { seedRoom, seedRoomFromUpdate } from '#/server/collab/room-log.ts'
import type { ProjectReading } from '#/server/jobs/read-project.ts'
import type { ReadyDocument } from '#/server/jobs/ready-project.ts'
import { tagsIn } from './book-tags.ts'
import type { ImportRefused } from './import-refused.ts'
import { originalOf } from './original-of.ts'
import { previewReferences } from './preview-references.ts'
import { type BookPutIn, planBook, putBookIn, takenIdsOf } from './put-book-in.ts'
import { SEARCH_MS, settleReference } from './settle-reference.ts'
import { tagReferredDocument } from './tag-referred-document.ts'

export interface ProjectFile {
  fileName: string
  bytes: Uint8Array
  /** What codes become that the file does not call actors or themes. */
  unsaid: BookSort
}

export interface ProjectImportDeps {
  db: Db
  /** Sees all workspaces: which ids are in use is asked of everybody. And the log, which members do not read. */
  everybodysDb: Db
  read: ProjectReading['read']
  collab: Pick<CollabServer, 'notifyWorkspace' | 'projectAgain' | 'amend'>
  /** Told of documents that are done, of all. */
  onProgress?: (done: number, of: number) => void
}

export const MAY_NOT_IMPORT_PROJECT: ImportRefused = {
  ok: false,
  reason: 'forbidden',
  get message() {
    return t('Only editors and owners can import a project.')
  },
}

/** Whether somebody may import projects: they bring documents, entries of the codebook, and tags. */
export function mayImportProject({ role }: Scope): boolean {
  return can(role, 'import') && can(role, 'manage-codebook') && can(role, 'tag')
}

/** What a project would bring into the workspace. Changes nothing. */
export async function previewProjectImport(
  scope: Scope,
  { bytes, unsaid }: ProjectFile,
  deps: ProjectImportDeps,
): Promise<ProjectPreview | ImportRefused> {
  if (!mayImportProject(scope)) return MAY_NOT_IMPORT_PROJECT
  const read = await deps.read({ bytes, unsaid }, scope.userId)
  if (!read.ok) return read
  const { live, plan } = await planBook(deps.db, scope, read.book, await takenIdsOf(scope, read.book, deps.everybodysDb))
  const { documents } = read
  const shown: PreviewedDocument[] = []
  for (const document of documents.slice(0, MOST_SHOWN)) {
    const { textSha256 } = await originalOf({ fileName: '', bytes: new Uint8Array() }, extractedOf(document))
    const same = await findSameText(deps.db, scope, textSha256)
    const { meta, wordCount, statements } = document
    shown.push({ title: meta.title, words: wordCount, statements: statements.length, sameAs: same?.title ?? '' })
  }
  const onOthers = await previewReferences(scope, read.references, plan.ids, { db: deps.db, log: deps.everybodysDb })
  const own = {
    ok: true as const,
    name: oneLine(read.name),
    documents: { count: documents.length, shown },
    statements: countStatements(documents) + onOthers.found,
    onOthers,
  }
  return { ...own, ...previewOf(plan, live.version, read.notes) }
}

function countStatements(documents: readonly ReadyDocument[]): number {
  return documents.reduce((sum, { statements }) => sum + statements.length, 0)
}

/**
 * Imports a project: its codebook as one change, then document after document with all its statements, each whole or not at all.
 * Statements become those of who imports, at the time the file says.
 *
 * @param version of the codebook the preview was worked out for; what it said is what is done, or nothing
 */
export async function importProject(
  scope: Scope,
  { fileName, bytes, unsaid, version }: ProjectFile & { version: number },
  deps: ProjectImportDeps,
): Promise<ProjectImported | ImportRefused> {
  if (!mayImportProject(scope)) return MAY_NOT_IMPORT_PROJECT
  const read = await deps.read({ bytes, unsaid }, scope.userId)
  if (!read.ok) return read
  const { book, documents, references } = read
  const taken = await takenIdsOf(scope, book, deps.everybodysDb)
  const put = await putBookIn(deps.db, scope, { book, version, fileName: oneLine(fileName), taken })
  if (!put.ok) return put
  const made: string[] = []
  const of = documents.length + references.length
  for (const document of documents) {
    deps.onProgress?.(made.length, of)
    made.push(await addDocument(scope, document, put.ids, deps.db))
  }
  await noteMemo(deps.db, scope, { subject: 'workspace', subjectId: scope.workspaceId, text: read.memo })
  deps.collab.projectAgain(made)
  let onOthers = 0
  // Twice the time of the preview: what it found is found again, on a busier machine too.
  const until = performance.now() + 2 * SEARCH_MS
  for (const [at, reference] of references.entries()) {
    deps.onProgress?.(made.length + at, of)
    const settled = await settleReference(scope, reference, put.ids, { db: deps.db, log: deps.everybodysDb, until })
    if (typeof settled === 'object') onOthers += await tagReferredDocument(scope, reference, settled, put.ids, deps.collab)
  }
  for (const what of ['actors', 'themes', 'documents'] as const) deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what })
  return { ok: true, documents: made.length, statements: countStatements(documents) + onOthers, version: put.version }
}

async function addDocument(scope: Scope, document: ReadyDocument, ids: BookPutIn['ids'], db: Db): Promise<string> {
  const id = newId()
  const layerId = newId()
  const { workspaceId, userId } = scope
  const { meta, file, wordCount, statements, memo } = document
  const original = await originalOf({ fileName: file.name, bytes: file.bytes }, extractedOf(document))
  const layer = layerOf(statements, ids, userId)
  await db.transaction(async (tx) => {
    await insertDocument(tx, scope, { ...meta, id, sharedLayerId: layerId, wordCount }, original)
    await seedRoomFromUpdate(tx, { room: `text/${id}`, workspaceId }, document.update)
    if (statements.length > 0) await seedRoom(tx, { room: `layer/${layerId}`, workspaceId, userId }, layer)
    await noteMemo(tx, scope, { subject: 'document', subjectId: id, text: memo })
    const { format, fileName, byteSize } = original
    const details = { title: meta.title, format, file: fileName, bytes: byteSize, statements: statements.length }
    await recordInWorkspace(tx, scope, 'document-imported', { subject: id, details })
  })
  return id
}

/** Keeps what was noted there as a memo; of what is longer than a memo the rest goes into others. */
async function noteMemo(
  db: Db,
  scope: Scope,
  { text, ...about }: { subject: MemoSubject; subjectId: string; text: string },
): Promise<void> {
  for (let at = 0; at < text.length; at += MEMO_LIMIT) {
    const checked = checkMessage(text.slice(at, at + MEMO_LIMIT).toWellFormed(), 'memo')
    if (checked.ok) await insertMemo(db, scope, { ...about, id: newId(), text: checked.text })
  }
}

function extractedOf({ meta, file, text, runs, wordCount, update }: ReadyDocument): Parameters<typeof originalOf>[1] {
  const { title, language, direction } = meta
  const format = file.name.endsWith('.html') ? ('html' as const) : ('txt' as const)
  const about = { ok: true as const, format, encoding: 'utf-8', notes: [], title, language, direction }
  return { ...about, paragraphs: 0, text, runs, wordCount, update }
}

/** The first content of a document's shared layer. Tags of entries that were left out are left out too. */
function layerOf(statements: ReadyDocument['statements'], ids: BookPutIn['ids'], userId: string): Y.Doc {
  const layer = new Y.Doc()
  const present = Date.now()
  layer.transact(() => {
    for (const { runs, quote, facts, memo, at, ...tags } of statements) {
      const now = at === null || at > present ? present : at
      createAnnotation(layer, { userId, runs, quote, ...tagsIn(tags, ids), memo, facts, now }, 'import')
    }
  }, 'import')
  return layer
}
