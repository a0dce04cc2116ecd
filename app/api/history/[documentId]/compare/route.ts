import { t } from '#/lib/message/t.ts'
import { historyRefusal, historyResponse, pointIn } from '#/server/http/history-response.ts'

/** GET /api/history/<documentId>/compare?from=<seq>&to=<seq>: the `Comparison` of two points; without `to`, with the present. */
export async function GET(request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  const query = new URL(request.url).searchParams
  const [from, to] = [pointIn(query, 'from'), pointIn(query, 'to')]
  if (typeof from !== 'number' || to === undefined) return historyRefusal('invalid', t('Say from which point to compare.'))
  return historyResponse((await params).documentId, { ask: 'comparison', from, to })
}
