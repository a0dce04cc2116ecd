import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { findWorkspaceName } from '#/db/queries/workspaces.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import { exportFileName } from '#/lib/format/export/file-name.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { attachment } from '#/server/http/attachment.ts'
import { refuseDownload } from '#/server/http/download-response.ts'
import { progressResponse } from '#/server/http/progress-response.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { makeArchive, mayNotTakeArchive, mayTakeArchive } from '#/server/usecases/make-archive.ts'

type Context = RouteContext<'/api/workspace-archives/[workspaceId]'>

/** The scope of an owner, or the answer to whoever is none. */
async function ownerScope({ params }: Context) {
  if (!(await currentUser())) return refuseDownload(401, t('Sign in to export.'))
  const scope = await findScope((await params).workspaceId)
  if (!scope) return refuseDownload(404, noMemberWords())
  return mayTakeArchive(scope) ? scope : refuseDownload(403, mayNotTakeArchive())
}

/**
 * POST /api/workspace-archives/<workspaceId>: makes the archive of the workspace. Answers lines of JSON: `{ done, of }` as it goes, rows
 * of an unknown number, in the end `{ ok: true }` or `{ ok: false, reason }`. Once begun it goes on to its end.
 */
export async function POST(_: Request, context: Context): Promise<Response> {
  const scope = await ownerScope(context)
  if (scope instanceof Response) return scope
  const { archiveFiles: files, archiveWriting, works } = runtime()
  const deps = { db: memberDb(scope), files, write: archiveWriting.write, works }
  return progressResponse((onProgress) => makeArchive(scope, deps, onProgress))
}

/** GET /api/workspace-archives/<workspaceId>: the archive that was made last, as a file. */
export async function GET(_: Request, context: Context): Promise<Response> {
  const scope = await ownerScope(context)
  if (scope instanceof Response) return scope
  const { archiveFiles } = runtime()
  const found = archiveFiles.findMade(scope.workspaceId)
  if (!found) return noArchive()
  const name = exportFileName(await findWorkspaceName(memberDb(scope), scope), 'archive', found.at, 'interline')
  const file = await open(archiveFiles.made(scope.workspaceId)).catch(() => null)
  if (!file) return noArchive()
  // Of the file that was opened: a newer one may have taken its place. The stream closes it.
  const { size } = await file.stat()
  return new Response(Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'application/gzip',
      'Content-Length': String(size),
      'Content-Disposition': attachment(name),
      'Cache-Control': 'private, no-store',
    },
  })
}

const noArchive = () => refuseDownload(404, t('There is no archive any more. Make a new one.'))
