import { t } from '#/lib/message/t.ts'
import { historyRefusal, historyResponse, pointIn } from '#/server/http/history-response.ts'

/** GET /api/history/<documentId>/playback?from=<seq>&to=<seq>: the `Playback` between two points; from the beginning and to the present when they are not said. */
export async function GET(request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  const query = new URL(request.url).searchParams
  const [from, to] = [pointIn(query, 'from'), pointIn(query, 'to')]
  if (from === undefined || to === undefined) return historyRefusal('invalid', t('A point is a number.'))
  return historyResponse((await params).documentId, { ask: 'playback', from, to })
}
