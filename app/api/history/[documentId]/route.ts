import { t } from '#/lib/message/t.ts'
import { historyRefusal, historyResponse, pointIn, scopeOfDocument } from '#/server/http/history-response.ts'
import { memberDb } from '#/server/runtime.ts'
import { readHistoryPoints } from '#/server/usecases/read-history.ts'

/** GET /api/history/<documentId>: `{ points }`, newest first. With `?at=<seq>`: the `PointState` at that point. */
export async function GET(request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  const { documentId } = await params
  const at = pointIn(new URL(request.url).searchParams, 'at')
  if (at === undefined) return historyRefusal('invalid', t('A point is a number.'))
  if (at !== null) return historyResponse(documentId, { ask: 'state', at })
  const scope = await scopeOfDocument(documentId)
  const points = scope && (await readHistoryPoints(scope, documentId, { db: memberDb(scope) }))
  if (!points) return historyRefusal('not-found', t('There is no such document.'))
  return Response.json({ points }, { headers: { 'Cache-Control': 'private, no-store' } })
}
