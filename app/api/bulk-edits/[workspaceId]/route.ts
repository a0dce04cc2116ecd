import { noMemberWords } from '#/lib/access/member.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { readAddress } from '#/lib/query/address.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { parseBulkEdit } from '#/server/http/parse-bulk-edit.ts'
import { progressResponse } from '#/server/http/progress-response.ts'
import { readBody } from '#/server/http/read-body.ts'
import { refuseUpload } from '#/server/http/take-upload.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { editTagsInBulk, MAY_NOT_TAG } from '#/server/usecases/edit-tags-in-bulk.ts'

/** Bytes of a request. */
const LIMIT = 64 * 1024

/**
 * POST /api/bulk-edits/<workspaceId>: changes the tags of all excerpts a query asks for. The body is `{ query, edit }`, the
 * query as address parameters (lib/query/address.ts). Answers lines of JSON: `{ done, of }` after each document, in the end a
 * `BulkReport` with `ok: true`, or `{ ok: false, reason }`. Once begun it goes on to its end, also when nobody listens any more.
 */
export async function POST(request: Request, { params }: RouteContext<'/api/bulk-edits/[workspaceId]'>): Promise<Response> {
  if (!(await currentUser())) return refuseUpload(401, 'signed-out', t('You are signed out. Sign in and try again.'))
  const scope = await findScope((await params).workspaceId)
  if (!scope) return refuseUpload(404, 'stranger', noMemberWords())
  if (!can(scope.role, 'tag')) return refuseUpload(403, 'forbidden', MAY_NOT_TAG.reason)
  const read = await readBody(request, LIMIT)
  const asked = read.ok ? parseBulkEdit(read.body) : null
  if (!asked) return refuseUpload(400, 'invalid', t('This change could not be read. Reload the page and try again.'))
  const { query, ignored } = readAddress(new URLSearchParams(asked.query))
  // A query that is half understood would change more than was asked for.
  if (ignored.length)
    return refuseUpload(400, 'invalid', t('Part of the filter was not understood: {ignored}.', { ignored: ignored.join(', ') }))
  const deps = { db: memberDb(scope), collab: runtime().collab }
  return progressResponse((onProgress) => editTagsInBulk(scope, { query, edit: asked.edit }, { ...deps, onProgress }))
}
