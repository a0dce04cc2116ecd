import { readCodebook } from '#/db/queries/codebook.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { annotationBody } from '#/lib/api/bodies.ts'
import { fromWebAnnotation } from '#/lib/api/from-web-annotation.ts'
import { type InputOf, LD_TYPE } from '#/lib/api/operation.ts'
import type { OperationId, OperationOf } from '#/lib/api/operations.ts'
import { ApiProblem, type ProblemError, type ProblemName } from '#/lib/api/problem.ts'
import { type AnnotationChangeBody, type NewAnnotationBody, newAnnotation } from '#/lib/api/schemas/annotation.ts'
import { storedFacts } from '#/lib/api/stored-facts.ts'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { resolveId } from '#/lib/codebook/resolve-id.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { allOf, oneOf } from '#/lib/query/query.ts'
import { annotatePassage } from '#/server/usecases/annotate-passage.ts'
import { changeStatement, deleteStatement, type StatementChange } from '#/server/usecases/change-statement.ts'
import type { ApiAnswer, WorkspaceContext } from './api-deps.ts'
import { insists, mustMatch } from './change-matched.ts'
import { documentOf } from './documents.ts'
import { toldExcerpt, toldPage } from './told-excerpts.ts'

type Input<Id extends OperationId> = InputOf<OperationOf<Id>>

const WHY: Readonly<Record<string, ProblemName>> = {
  forbidden: 'forbidden',
  gone: 'not-found',
  'no-passage': 'invalid',
  changed: 'changed',
}
const refusal = ({ why, reason }: { why: string; reason: string }) =>
  new ApiProblem(WHY[why] ?? 'invalid', reason, why === 'no-passage' ? { errors: [{ detail: reason, pointer: '/target' }] } : {})

export async function listAnnotations({ params, query }: Input<'listAnnotations'>, context: WorkspaceContext): Promise<ApiAnswer> {
  await documentOf(context, params.documentId)
  const asked = allOf(oneOf('document', params.documentId), oneOf('passage', 'attached', 'detached'))
  return toldPage({ query: asked, sort: 'document', ...query }, context)
}

/** An annotation as it is now. @throws {ApiProblem} */
async function excerptOf(
  { documentId, annotationId }: { documentId: string; annotationId: string },
  context: WorkspaceContext,
): Promise<Excerpt> {
  await documentOf(context, documentId)
  await context.deps.collab.settleExcerpts()
  const query = allOf(oneOf('document', documentId), oneOf('passage', 'attached', 'detached'), oneOf('id', annotationId))
  const { excerpts } = await pageOfExcerpts(context.db, context.scope, { query, sort: 'document', limit: 1 })
  const [excerpt] = excerpts
  if (!excerpt) throw new ApiProblem('not-found', 'There is no such annotation.')
  return excerpt
}

/** How often a new annotation is looked for: each time waits until what is committed is projected, or 3 s. */
const MOST_LOOKS = 10

/** An annotation that was just made. On a busy server it is there a while later, and until then it must not be told as missing. */
async function madeExcerpt(at: { documentId: string; annotationId: string }, context: WorkspaceContext): Promise<Excerpt> {
  for (let look = 1; ; look++)
    try {
      return await excerptOf(at, context)
    } catch (error) {
      if (look === MOST_LOOKS || !(error instanceof ApiProblem)) throw error
    }
}

export async function getAnnotation({ params }: Input<'getAnnotation'>, context: WorkspaceContext): Promise<ApiAnswer> {
  return { body: toldExcerpt(await excerptOf(params, context), context) }
}

export async function createAnnotation({ params, body }: Input<'createAnnotation'>, context: WorkspaceContext): Promise<ApiAnswer> {
  const { deps, db, scope } = context
  await documentOf(context, params.documentId)
  const { target, ...wanted } = context.sent === LD_TYPE ? ofWebAnnotation(body) : (body as NewAnnotationBody)
  const { actors = [], themes = [], facts = {}, memo = '' } = checked(wanted, await readCodebook(db, scope))
  const made = await annotatePassage(scope, params.documentId, { target, actors, themes, facts, memo }, { db, collab: deps.collab })
  if (!made.ok) throw refusal(made)
  const at = { documentId: params.documentId, annotationId: made.annotationId }
  return {
    body: toldExcerpt(await madeExcerpt(at, context), context),
    location: `/workspaces/${scope.workspaceId}/documents/${at.documentId}/annotations/${at.annotationId}`,
  }
}

function ofWebAnnotation(body: unknown): NewAnnotationBody {
  const read = fromWebAnnotation(body)
  if (!read.ok) throw new ApiProblem('invalid', read.reason)
  const parsed = newAnnotation.safeParse(read.annotation)
  if (parsed.success) return parsed.data
  throw new ApiProblem('invalid', 'This annotation says more, or other things, than can be kept.', {
    errors: parsed.error.issues.map(({ message, path }) => ({ detail: `${path.join('.')}: ${message}` })),
  })
}

export async function updateAnnotation({ params, body }: Input<'updateAnnotation'>, context: WorkspaceContext): Promise<ApiAnswer> {
  const { deps, db, scope } = context
  const excerpt = await excerptOf(params, context)
  mustMatch(context, annotationBody(excerpt, scope.workspaceId, deps.origin))
  const codebook = await readCodebook(db, scope)
  const seen = { excerpt, mustBeSame: insists(context) }
  const done = await changeStatement(scope, seen, checked(body, codebook), { db, collab: deps.collab, merged: codebook.merged })
  if (!done.ok) throw refusal(done)
  return { body: toldExcerpt(await excerptOf(params, context), context) }
}

export async function deleteAnnotation({ params }: Input<'deleteAnnotation'>, context: WorkspaceContext): Promise<ApiAnswer> {
  const { deps, db, scope } = context
  const excerpt = await excerptOf(params, context)
  mustMatch(context, annotationBody(excerpt, scope.workspaceId, deps.origin))
  const { merged } = await readCodebook(db, scope)
  const done = await deleteStatement(scope, { excerpt, mustBeSame: insists(context) }, { db, collab: deps.collab, merged })
  if (!done.ok) throw refusal(done)
  return {}
}

/** What is to be said, with entries of the codebook that are there and facts as they are kept. @throws {ApiProblem} */
function checked({ actors, themes, facts, memo }: AnnotationChangeBody, codebook: Codebook): StatementChange {
  const errors: ProblemError[] = []
  const actorIds = new Set(codebook.actors.map(({ id }) => id))
  const themeIds = new Set(codebook.themes.map(({ id }) => id))
  const now = (ids: ReadonlySet<string>, noun: string, id: string, pointer: string) => {
    const entry = resolveId(codebook.merged, id)
    if (!ids.has(entry)) errors.push({ detail: `There is no such ${noun}.`, pointer })
    return entry
  }
  const change: StatementChange = {
    ...(actors && { actors: actors.map(({ id, role }, at) => ({ actorId: now(actorIds, 'actor', id, `/actors/${at}/id`), role })) }),
    ...(themes && {
      themes: themes.map(({ id, stance = 'none' }, at) => ({ themeId: now(themeIds, 'theme', id, `/themes/${at}/id`), stance })),
    }),
    ...(memo !== undefined && { memo }),
  }
  for (const [at, link] of (facts?.reportedBy ?? []).entries())
    if ('actorId' in link) now(actorIds, 'actor', link.actorId, `/facts/reportedBy/${at}/actorId`)
  const stored = facts && storedFacts(facts)
  if (stored?.ok) change.facts = stored.facts
  else if (stored) errors.push(...stored.errors)
  if (errors.length > 0) throw new ApiProblem('invalid', 'What the annotation says cannot be kept.', { errors })
  return change
}
