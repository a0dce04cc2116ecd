import { type DocumentRow, documentsAfter, findLiveDocument } from '#/db/queries/api-documents.ts'
import type { InputOf } from '#/lib/api/operation.ts'
import type { OperationOf } from '#/lib/api/operations.ts'
import { writeCursor } from '#/lib/api/paging.ts'
import { ApiProblem, type ProblemName } from '#/lib/api/problem.ts'
import type { DocumentBody, NewDocumentBody } from '#/lib/api/schemas/document.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { importDocument } from '#/server/usecases/import-document.ts'
import { updateDocument as setFacts } from '#/server/usecases/update-document.ts'
import type { ApiAnswer, WorkspaceContext } from './api-deps.ts'
import { changeMatched, mustMatch } from './change-matched.ts'
import { pageAsked } from './page-request.ts'

type Input<Id extends 'listDocuments' | 'createDocument' | 'getDocument' | 'updateDocument' | 'getDocumentText'> = InputOf<OperationOf<Id>>

const gone = () => new ApiProblem('not-found', 'There is no such document.')

function bodyOf({ createdAt, updatedAt, ...row }: DocumentRow, { deps, scope }: WorkspaceContext): DocumentBody {
  const page = `${deps.origin}/w/${scope.workspaceId}/documents/${row.id}`
  return { ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(), page }
}

/** A live document. @throws {ApiProblem} */
export async function documentOf({ db, scope }: WorkspaceContext, documentId: string): Promise<DocumentRow> {
  const row = await findLiveDocument(db, scope, documentId)
  if (!row) throw gone()
  return row
}

export async function listDocuments({ query }: Input<'listDocuments'>, context: WorkspaceContext): Promise<ApiAnswer> {
  const { after, limit } = pageAsked(query)
  const changedSince = query.changedSince === undefined ? null : new Date(query.changedSince)
  const rows = await documentsAfter(context.db, context.scope, { after, changedSince, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { body: { items: shown.map((row) => bodyOf(row, context)), next: last ? writeCursor(last.id) : null } }
}

export async function getDocument({ params }: Input<'getDocument'>, context: WorkspaceContext): Promise<ApiAnswer> {
  return { body: bodyOf(await documentOf(context, params.documentId), context) }
}

export async function getDocumentText({ params }: Input<'getDocumentText'>, context: WorkspaceContext): Promise<ApiAnswer> {
  await documentOf(context, params.documentId)
  const doc = await loadRoom(context.deps.db, `text/${params.documentId}`)
  return { text: canonicalText(doc.getText(TEXT_NAME)) }
}

/** What reading a text may come to beside a document. */
const REFUSALS: Readonly<Record<string, ProblemName>> = { forbidden: 'forbidden', busy: 'too-many', 'too-large': 'too-large' }

export async function createDocument({ body }: Input<'createDocument'>, context: WorkspaceContext): Promise<ApiAnswer> {
  const { deps, db, scope } = context
  const { text, format = 'txt', ...facts }: NewDocumentBody = body
  const input = { fileName: `document.${format}`, bytes: new TextEncoder().encode(text), overrides: withTitle(facts, text) }
  const made = await importDocument(scope, input, { db, collab: deps.collab, extract: deps.extract })
  if (!made.ok) throw new ApiProblem(REFUSALS[made.reason] ?? 'invalid', made.message)
  const document = bodyOf(await documentOf(context, made.documentId), context)
  return {
    body: { document, notes: made.notes, duplicateOf: made.duplicateOf?.id ?? null },
    location: `/workspaces/${scope.workspaceId}/documents/${made.documentId}`,
  }
}

/** A document without a title is called by its first words, not by a name of a file that nobody gave it. */
function withTitle<F extends { title?: string | undefined }>(facts: F, text: string): F {
  if (facts.title !== undefined) return facts
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  const title = line
    .replace(/<[^>]*>/g, ' ')
    .replace(/^#+\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .toWellFormed()
  return title === '' ? facts : { ...facts, title }
}

export async function updateDocument({ params, body }: Input<'updateDocument'>, context: WorkspaceContext): Promise<ApiAnswer> {
  const { scope } = context
  const row = await changeMatched(context, async (tx, notify) => {
    const before = await findLiveDocument(tx, scope, params.documentId, true)
    if (!before) throw gone()
    mustMatch(context, bodyOf(before, context))
    const { title, outlet, author, publishedOn, url, kind, language, direction } = before
    const facts = { title, outlet, author, publishedOn, url, kind, language, direction, ...body }
    const collab = { notifyWorkspace: (_: string, notice: Parameters<typeof notify>[0]) => notify(notice) }
    const done = await setFacts(scope, params.documentId, facts, { db: tx, collab })
    if (!done.ok) throw new ApiProblem('invalid', done.reason)
    return (await findLiveDocument(tx, scope, params.documentId)) as DocumentRow
  })
  return { body: bodyOf(row, context) }
}
