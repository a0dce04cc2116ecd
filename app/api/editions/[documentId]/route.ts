import { workspaceOfDocument } from '#/db/queries/documents.ts'
import { can } from '#/lib/access/roles.ts'
import { isId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { refuseUpload, takeUpload } from '#/server/http/take-upload.ts'
import { log } from '#/server/log.ts'
import { db, memberDb, runtime } from '#/server/runtime.ts'
import { MAY_NOT, NO_DOCUMENT } from '#/server/usecases/compare-with-live.ts'
import { offerEdition } from '#/server/usecases/offer-edition.ts'

/**
 * Reads a file and tells what it would do to the document as a new edition; see `parseImport` for the body, which must be a
 * file. Nothing of it is read before the right to add one is sure. Changes nothing. Answers an `OfferedEdition` or
 * `{ ok: false, reason, message }`.
 */
export async function POST(request: Request, { params }: RouteContext<'/api/editions/[documentId]'>): Promise<Response> {
  if (!(await currentUser())) return refuseUpload(401, 'signed-out', t('You are signed out. Sign in and add the file again.'))
  const { documentId } = await params
  const workspaceId = isId(documentId) ? await workspaceOfDocument(db(), documentId) : null
  const scope = workspaceId ? await findScope(workspaceId) : null
  if (!scope) return refuseUpload(404, NO_DOCUMENT.reason, NO_DOCUMENT.message)
  if (!can(scope.role, 'import')) return refuseUpload(403, MAY_NOT.reason, MAY_NOT.message)
  const { extraction, editions, uploads } = runtime()
  return takeUpload(request, scope.userId, uploads, async (input, bytes) => {
    if ('pasted' in input) return { ok: false, reason: 'invalid', message: t('A new edition is a file. Add one.') }
    const deps = { db: memberDb(scope), extract: extraction.extract, compare: editions.compare }
    const result = await offerEdition(scope, documentId, input, deps)
    log.info('edition.offer', { workspaceId: scope.workspaceId, bytes, outcome: result.ok ? result.report.verdict : result.reason })
    return result
  })
}
