import { z } from 'zod'
import { noMemberWords } from '#/lib/access/member.ts'
import { can } from '#/lib/access/roles.ts'
import { CODEBOOK_FORMATS } from '#/lib/format/codebook/codebook-formats.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { downloadResponse, refuseDownload } from '#/server/http/download-response.ts'
import { parseFileImport } from '#/server/http/parse-file-import.ts'
import { refuseUpload, takeUpload } from '#/server/http/take-upload.ts'
import { log } from '#/server/log.ts'
import { db, memberDb, runtime } from '#/server/runtime.ts'
import { exportCodebook } from '#/server/usecases/export-codebook.ts'
import { importCodebook, MAY_NOT_IMPORT_CODEBOOK, previewCodebookImport } from '#/server/usecases/import-codebook.ts'

type Context = RouteContext<'/api/codebooks/[workspaceId]'>

const format = z.enum(CODEBOOK_FORMATS.map(({ id }) => id))

/** GET /api/codebooks/<workspaceId>?format=json|xlsx|csv|qdc: the codebook as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!(await currentUser())) return refuseDownload(401, t('Sign in to export.'))
  const scope = await findScope((await params).workspaceId)
  if (!scope) return refuseDownload(404, t('There is no such workspace.'))
  const wanted = format.safeParse(new URL(request.url).searchParams.get('format'))
  if (!wanted.success)
    return refuseDownload(
      400,
      t('Choose a format: {codebookformats}.', { codebookformats: CODEBOOK_FORMATS.map(({ id }) => id).join(', ') }),
    )
  const made = await exportCodebook(scope, wanted.data, { db: memberDb(scope), now: Date.now() })
  return made.ok ? downloadResponse(made) : refuseDownload(403, made.reason)
}

/**
 * POST /api/codebooks/<workspaceId>?as=actor|theme&version=N with the `file`: tells what it would do to the codebook (an
 * `ImportPreview`), or with `version` does it (`CodebookImported`). Of the body nothing is read before the right to import is sure. Otherwise
 * `{ ok: false, reason, message }`.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!(await currentUser())) return refuseUpload(401, 'signed-out', t('You are signed out. Sign in and add the file again.'))
  const scope = await findScope((await params).workspaceId)
  if (!scope) return refuseUpload(404, 'stranger', noMemberWords())
  if (!can(scope.role, 'manage-codebook')) return refuseUpload(403, MAY_NOT_IMPORT_CODEBOOK.reason, MAY_NOT_IMPORT_CODEBOOK.message)
  const asked = parseFileImport(new URL(request.url).searchParams)
  if (!asked) return refuseUpload(400, 'invalid', t('This request could not be read. Reload the page and add the file again.'))
  const { unsaid, version } = asked
  const { collab, codebooks, uploads } = runtime()
  const notify = (what: 'actors' | 'themes', id: string) => collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what, id })
  const deps = { db: memberDb(scope), everybodysDb: db(), notify, read: codebooks.read }
  return takeUpload(request, scope.userId, uploads, async (input, bytes) => {
    if ('pasted' in input) return { ok: false, reason: 'invalid', message: t('A codebook is a file. Add one.') }
    const file = { fileName: input.fileName, bytes: input.bytes, unsaid }
    const result =
      version === undefined ? await previewCodebookImport(scope, file, deps) : await importCodebook(scope, { ...file, version }, deps)
    log.info('codebook.import', {
      workspaceId: scope.workspaceId,
      bytes,
      outcome: result.ok ? (version === undefined ? 'previewed' : 'imported') : result.reason,
    })
    return result
  })
}
