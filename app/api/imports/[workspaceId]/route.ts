import { noMemberWords } from '#/lib/access/member.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { refuseUpload, takeUpload } from '#/server/http/take-upload.ts'
import { log } from '#/server/log.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { importDocument, MAY_NOT_IMPORT } from '#/server/usecases/import-document.ts'

/**
 * Imports one file or pasted text; see `parseImport` for the body, of which nothing is read before the right to import is
 * sure. Answers `{ ok: true, documentId, title, paragraphs, notes, duplicateOf }` or `{ ok: false, reason, message }`.
 */
export async function POST(request: Request, { params }: RouteContext<'/api/imports/[workspaceId]'>): Promise<Response> {
  if (!(await currentUser())) return refuseUpload(401, 'signed-out', t('You are signed out. Sign in and add the file again.'))
  const scope = await findScope((await params).workspaceId)
  if (!scope) return refuseUpload(404, 'stranger', noMemberWords())
  if (!can(scope.role, 'import')) return refuseUpload(403, MAY_NOT_IMPORT.reason, MAY_NOT_IMPORT.message)
  const { collab, extraction, uploads } = runtime()
  return takeUpload(request, scope.userId, uploads, async (input, bytes) => {
    const result = await importDocument(scope, input, { db: memberDb(scope), collab, extract: extraction.extract })
    log.info('import', { workspaceId: scope.workspaceId, bytes, outcome: result.ok ? 'imported' : result.reason })
    return result
  })
}
