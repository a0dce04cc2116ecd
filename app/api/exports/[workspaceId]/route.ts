import { z } from 'zod'
import { EXPORT_FORMATS } from '#/lib/format/export/export-formats.ts'
import { t } from '#/lib/message/t.ts'
import { readAddress } from '#/lib/query/address.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { downloadResponse, refuseDownload } from '#/server/http/download-response.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { exportExcerpts } from '#/server/usecases/export-excerpts.ts'

const options = z.object({
  format: z.enum(EXPORT_FORMATS.map(({ id }) => id)),
  /** "keep" leaves cells that look like formulas as they are. */
  formulas: z.enum(['escape', 'keep']).default('escape'),
})

/**
 * GET /api/exports/<workspaceId>?format=csv&formulas=keep&<query>: the excerpts the query asks for (see
 * lib/query/address.ts) as a file, streamed. A query that is not understood is refused, so that a file never holds more than
 * was asked for.
 */
export async function GET(request: Request, { params }: { params: Promise<{ workspaceId: string }> }): Promise<Response> {
  if (!(await currentUser())) return refuseDownload(401, t('Sign in to export.'))
  const scope = await findScope((await params).workspaceId)
  if (!scope) return refuseDownload(404, t('There is no such workspace.'))
  const address = new URL(request.url).searchParams
  const wanted = options.safeParse({ format: address.get('format'), formulas: address.get('formulas') ?? undefined })
  if (!wanted.success)
    return refuseDownload(400, t('Choose a format: {exportformats}.', { exportformats: EXPORT_FORMATS.map(({ id }) => id).join(', ') }))
  const { query, ignored } = readAddress(address)
  if (ignored.length) return refuseDownload(400, t('Part of the filter was not understood: {ignored}.', { ignored: ignored.join(', ') }))

  await runtime().collab.settleExcerpts()
  const { format, formulas } = wanted.data
  const deps = { db: memberDb(scope), log: runtime().database.db, origin: runtime().origin, now: Date.now() }
  const made = await exportExcerpts(scope, { query, format, escapeFormulas: formulas === 'escape' }, deps)
  if (!made.ok) return refuseDownload(403, made.reason)
  return downloadResponse(made)
}
