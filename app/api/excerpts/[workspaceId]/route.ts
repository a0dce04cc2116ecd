import { countTotalsInColumns } from '#/db/queries/analysis-columns.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { parseResultsQuery } from '#/lib/excerpt/results-query.ts'
import type { SomeExcerpts } from '#/lib/excerpt/some-excerpts.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { refuseDownload } from '#/server/http/download-response.ts'
import { memberDb, runtime } from '#/server/runtime.ts'

/**
 * GET /api/excerpts/<workspaceId>?<query>: the first `SomeExcerpts` of what the address of a page of excerpts asks for. A route and no
 * action: a page's actions wait for each other, and for the page it goes to.
 */
export async function GET(request: Request, { params }: { params: Promise<{ workspaceId: string }> }): Promise<Response> {
  if (!(await currentUser())) return refuseDownload(401, t('Sign in to continue.'))
  const scope = await findScope((await params).workspaceId)
  if (!scope) return refuseDownload(404, t('There is no such workspace.'))
  const { query, sort } = parseResultsQuery(new URL(request.url).searchParams)
  const [{ excerpts }, { excerpts: total }] = await Promise.all([
    pageOfExcerpts(memberDb(scope), scope, { query, sort, after: null }),
    countTotalsInColumns(memberDb(scope), scope, query, runtime().facets),
  ])
  return Response.json({ excerpts, total } satisfies SomeExcerpts, { headers: { 'Cache-Control': 'private, no-store' } })
}
