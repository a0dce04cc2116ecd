import { z } from 'zod'
import { parseAuditFilter } from '#/lib/audit/audit-filter.ts'
import { AUDIT_FORMATS } from '#/lib/audit/export-formats.ts'
import { t } from '#/lib/message/t.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { downloadResponse, refuseDownload } from '#/server/http/download-response.ts'
import { db } from '#/server/runtime.ts'
import { exportAudit } from '#/server/usecases/export-audit.ts'

const formatSchema = z.enum(AUDIT_FORMATS.map(({ id }) => id))

/** GET /api/audit/<workspaceId>?format=csv|jsonl&<filter>: the entries of the audit log (see lib/audit/audit-filter.ts) as a file, streamed. */
export async function GET(request: Request, { params }: { params: Promise<{ workspaceId: string }> }): Promise<Response> {
  if (!(await currentUser())) return refuseDownload(401, t('Sign in to export.'))
  const scope = await findScope((await params).workspaceId)
  if (!scope) return refuseDownload(404, t('There is no such workspace.'))
  const query = new URL(request.url).searchParams
  const format = formatSchema.safeParse(query.get('format'))
  if (!format.success)
    return refuseDownload(400, t('Choose a format: {auditformats}.', { auditformats: AUDIT_FORMATS.map(({ id }) => id).join(', ') }))
  const made = await exportAudit(scope, { filter: parseAuditFilter(query), format: format.data }, { db: db(), now: Date.now() })
  if (!made.ok) return refuseDownload(403, made.reason)
  return downloadResponse(made)
}
