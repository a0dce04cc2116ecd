import { workspaceOfDocument } from '#/db/queries/documents.ts'
import { getOriginalText, listEditions } from '#/db/queries/originals.ts'
import type { OriginalAnswer } from '#/lib/document/original-answer.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { parseEdition } from '#/server/http/parse-edition.ts'
import { db, memberDb } from '#/server/runtime.ts'

/** The text of an edition of a document's source as it was extracted (`?edition=`; the latest that was applied when absent). */
export async function GET(request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  const { documentId } = await params
  const asked = parseEdition(request.url)
  const workspaceId = await workspaceOfDocument(db(), documentId)
  const scope = workspaceId && (await findScope(workspaceId))
  const editions = scope && asked !== null ? await listEditions(memberDb(scope), scope, documentId) : []
  const meant = editions.find(({ edition }) => edition === (asked ?? editions[0]?.edition))
  if (!scope || !meant) return new Response(t('There is no such text.'), { status: 404 })
  // An edition never changes; which there are may.
  const tag = `"${meant.edition}-${editions.length}-${meant.textSha256}"`
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache', Vary: 'Cookie' }
  if (request.headers.get('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers })
  const original = await getOriginalText(memberDb(scope), scope, documentId, meant.edition)
  if (!original) return new Response(t('There is no such text.'), { status: 404 })
  const { edition, text, runs } = original
  const answer: OriginalAnswer = {
    edition,
    text,
    runs,
    editions: editions.map((each) => ({ ...each, importedAt: each.importedAt.toISOString() })),
  }
  return Response.json(answer, { headers })
}
