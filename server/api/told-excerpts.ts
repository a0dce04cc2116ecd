import { readPlace } from '#/db/queries/excerpt-place.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { annotationBody } from '#/lib/api/bodies.ts'
import { LD_TYPE } from '#/lib/api/operation.ts'
import { PAGE_SIZE } from '#/lib/api/paging.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import type { ExcerptSort } from '#/lib/excerpt/results-query.ts'
import { toAnnotation, WEB_ANNOTATION_CONTEXT } from '#/lib/format/export/web-annotation.ts'
import type { Query } from '#/lib/query/query.ts'
import type { ApiAnswer, WorkspaceContext } from './api-deps.ts'
import { badCursor } from './page-request.ts'

/** One annotation in the media type that is asked for. */
export function toldExcerpt(excerpt: Excerpt, { type, deps, scope }: WorkspaceContext): object {
  if (type !== LD_TYPE) return annotationBody(excerpt, scope.workspaceId, deps.origin)
  return { '@context': WEB_ANNOTATION_CONTEXT, ...webAnnotation(excerpt, scope.workspaceId, deps.origin) }
}

/** What it says of the source is as old as the annotation: the same annotation is told in the same way at any time. */
function webAnnotation(excerpt: Excerpt, workspaceId: string, origin: string): object {
  return toAnnotation(excerpt, { workspace: { id: workspaceId, name: '' }, origin, exportedAt: excerpt.modifiedAt })
}

/** A page of what a query asks for. @throws {ApiProblem} for a cursor of another list */
export async function toldPage(
  { query, sort, limit = PAGE_SIZE, cursor }: { query: Query; sort: ExcerptSort; limit?: number | undefined; cursor?: string | undefined },
  context: WorkspaceContext,
): Promise<ApiAnswer> {
  const { deps, db, scope, type, request } = context
  if (cursor !== undefined && !readPlace(sort, cursor)) throw badCursor()
  await deps.collab.settleExcerpts()
  const { excerpts, next } = await pageOfExcerpts(db, scope, { query, sort, after: cursor ?? null, limit })
  if (type !== LD_TYPE) return { body: { items: excerpts.map((one) => annotationBody(one, scope.workspaceId, deps.origin)), next } }
  const id = new URL(new URL(request.url).pathname + new URL(request.url).search, deps.origin)
  const following = new URL(id)
  if (next) following.searchParams.set('cursor', next)
  return {
    body: {
      '@context': WEB_ANNOTATION_CONTEXT,
      id: id.href,
      type: 'AnnotationPage',
      ...(next && { next: following.href }),
      items: excerpts.map((one) => webAnnotation(one, scope.workspaceId, deps.origin)),
    },
  }
}
