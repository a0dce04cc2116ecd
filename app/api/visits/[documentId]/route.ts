import { workspaceOfDocument } from '#/db/queries/documents.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { parseVisit } from '#/server/http/parse-visit.ts'
import { readBody } from '#/server/http/read-body.ts'
import { db, memberDb } from '#/server/runtime.ts'
import { noteDocumentVisit } from '#/server/usecases/note-document-visit.ts'

/** Bytes of a request. */
const LIMIT = 1024

/** POST /api/visits/<documentId>: a reader is open, every minute and when it is left. The body is `{ "readShare": 0 to 1 }`. */
export async function POST(request: Request, { params }: RouteContext<'/api/visits/[documentId]'>): Promise<Response> {
  const { documentId } = await params
  const workspaceId = await workspaceOfDocument(db(), documentId)
  const scope = workspaceId && (await findScope(workspaceId))
  if (!scope) return new Response(t('There is no such document.'), { status: 404 })
  const read = await readBody(request, LIMIT)
  const visit = read.ok ? parseVisit(read.body) : null
  if (!visit) return new Response(t('This visit could not be read.'), { status: 400 })
  const noted = await noteDocumentVisit(scope, documentId, visit.readShare, { db: memberDb(scope) })
  return noted.ok ? new Response(null, { status: 204 }) : new Response(noted.reason, { status: 403 })
}
