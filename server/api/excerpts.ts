import { readCodebook } from '#/db/queries/codebook.ts'
import { listExcerptDocuments } from '#/db/queries/excerpt-documents.ts'
import { listPeople } from '#/db/queries/people.ts'
import type { InputOf } from '#/lib/api/operation.ts'
import type { OperationId, OperationOf } from '#/lib/api/operations.ts'
import { ApiProblem } from '#/lib/api/problem.ts'
import { EXPORT_FORMATS } from '#/lib/format/export/export-formats.ts'
import { parseQuery } from '#/lib/query/parse.ts'
import { EVERYTHING, type Query } from '#/lib/query/query.ts'
import { openVocabulary } from '#/lib/query/vocabulary.ts'
import { downloadResponse } from '#/server/http/download-response.ts'
import { exportExcerpts as makeExport } from '#/server/usecases/export-excerpts.ts'
import type { ApiAnswer, WorkspaceContext } from './api-deps.ts'
import { toldPage } from './told-excerpts.ts'

type Input<Id extends OperationId> = InputOf<OperationOf<Id>>

/** A written query, with the names of the workspace. @throws {ApiProblem} that says where it cannot be read */
async function queryAsked(ask: string | undefined, { db, scope }: WorkspaceContext): Promise<Query> {
  if (ask === undefined || ask.trim() === '') return EVERYTHING as Query
  const names = {
    codebook: await readCodebook(db, scope),
    documents: await listExcerptDocuments(db, scope),
    people: await listPeople(db, scope),
  }
  const parsed = parseQuery(ask, openVocabulary(names))
  if (parsed.ok) return parsed.query
  const { reason, from, to } = parsed
  const detail = `${reason} (characters ${from} to ${to}: ${JSON.stringify(ask.slice(from, to))})`
  throw new ApiProblem('not-understood', 'The query cannot be read.', { errors: [{ detail, parameter: 'ask' }] })
}

export async function listExcerpts({ query }: Input<'listExcerpts'>, context: WorkspaceContext): Promise<ApiAnswer> {
  const { ask, sort = 'document', ...page } = query
  return toldPage({ query: await queryAsked(ask, context), sort, ...page }, context)
}

export async function listExportFormats(): Promise<ApiAnswer> {
  const items = EXPORT_FORMATS.map(({ id, group, extension, mediaType, words }) => {
    const { name, keeps, leavesOut } = words()
    return { id, name, group, extension, mediaType, keeps, leavesOut }
  })
  return { body: { items } }
}

export async function exportExcerpts({ params, query }: Input<'exportExcerpts'>, context: WorkspaceContext): Promise<ApiAnswer> {
  const { deps, db, scope } = context
  const format = EXPORT_FORMATS.find(({ id }) => id === params.format)
  if (!format) throw new ApiProblem('not-found', 'There is no such format: see /export-formats.')
  const asked = await queryAsked(query.ask, context)
  await deps.collab.settleExcerpts()
  const input = { query: asked, format: format.id, escapeFormulas: query.formulas !== 'keep' }
  const made = await makeExport(scope, input, { db, log: deps.db, origin: deps.origin, now: deps.now() })
  if (!made.ok) throw new ApiProblem('forbidden', made.reason)
  return { file: downloadResponse(made) }
}
