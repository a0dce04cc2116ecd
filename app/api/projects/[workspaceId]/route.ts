import { noMemberWords } from '#/lib/access/member.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { parseFileImport } from '#/server/http/parse-file-import.ts'
import { refuseUpload, takeUpload } from '#/server/http/take-upload.ts'
import { log } from '#/server/log.ts'
import { db, memberDb, runtime } from '#/server/runtime.ts'
import { importProject, MAY_NOT_IMPORT_PROJECT, mayImportProject, previewProjectImport } from '#/server/usecases/import-project.ts'
import { importingOf } from '#/server/work-keys.ts'

/**
 * POST /api/projects/<workspaceId>?as=actor|theme&version=N with the `file`: tells what the project of another program would bring (a
 * `ProjectPreview`), or with `version` brings it (`ProjectImported`). Of the body nothing is read before the right to import is sure.
 * Otherwise `{ ok: false, reason, message }`.
 */
export async function POST(request: Request, { params }: RouteContext<'/api/projects/[workspaceId]'>): Promise<Response> {
  if (!(await currentUser())) return refuseUpload(401, 'signed-out', t('You are signed out. Sign in and add the file again.'))
  const scope = await findScope((await params).workspaceId)
  if (!scope) return refuseUpload(404, 'stranger', noMemberWords())
  if (!mayImportProject(scope)) return refuseUpload(403, MAY_NOT_IMPORT_PROJECT.reason, MAY_NOT_IMPORT_PROJECT.message)
  const asked = parseFileImport(new URL(request.url).searchParams)
  if (!asked) return refuseUpload(400, 'invalid', t('This request could not be read. Reload the page and add the file again.'))
  const { unsaid, version } = asked
  const { collab, projects, uploads, works } = runtime()
  const deps = { db: memberDb(scope), everybodysDb: db(), collab, read: projects.read }
  return takeUpload(request, scope.userId, uploads, async (input, bytes) => {
    if ('pasted' in input) return { ok: false, reason: 'invalid', message: t('A project is a file. Add one.') }
    const file = { fileName: input.fileName, bytes: input.bytes, unsaid }
    const bring = (onProgress: (done: number, of: number) => void) =>
      importProject(scope, { ...file, version: version ?? 0 }, { ...deps, onProgress })
    const result =
      version === undefined
        ? await previewProjectImport(scope, file, deps)
        : ((await works.run(importingOf(scope.workspaceId, scope.userId), input.fileName, bring)) ?? isImporting())
    const outcome = result.ok ? (version === undefined ? 'previewed' : 'imported') : result.reason
    log.info('project.import', { workspaceId: scope.workspaceId, bytes, outcome })
    return result
  })
}

const isImporting = () => ({
  ok: false as const,
  reason: 'busy',
  message: t('A project of yours is being imported here already. Import this one when it is done.'),
})
