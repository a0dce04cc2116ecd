import { z } from 'zod'
import { parseAuditFilter } from '#/lib/audit/audit-filter.ts'
import { AUDIT_FORMATS } from '#/lib/audit/export-formats.ts'
import { findScope } from '#/server/auth/scope.ts'
import { currentUser } from '#/server/auth/session.ts'
import { attachment } from '#/server/http/attachment.ts'
import { streamBody } from '#/server/http/stream-body.ts'
import { db } from '#/server/runtime.ts'
import { exportAudit } from '#/server/usecases/export-audit.ts'

const formatSchema = z.enum(AUDIT_FORMATS.map(({ id }) => id))

/** GET /api/audit/<workspaceId>?format=csv|jsonl&<filter>: the entries of the audit log (see lib/audit/audit-filter.ts) as a file, streamed. */
export async function GET(request: Request, { params }: { params: Promise<{ workspaceId: string }> }): Promise<Response> {
  if (!(await currentUser())) return refuse(401, 'Sign in to export.')
  const scope = await findScope((await params).workspaceId)
  if (!scope) return refuse(404, 'There is no such workspace.')
  const query = new URL(request.url).searchParams
  const format = formatSchema.safeParse(query.get('format'))
  if (!format.success) return refuse(400, `Choose a format: ${AUDIT_FORMATS.map(({ id }) => id).join(', ')}.`)
  const made = await exportAudit(scope, { filter: parseAuditFilter(query), format: format.data }, { db: db(), now: Date.now() })
  if (!made.ok) return refuse(403, made.reason)
  return new Response(streamBody(made.body), {
    headers: {
      'Content-Type': made.mediaType,
      'Content-Disposition': attachment(made.fileName),
      'Cache-Control': 'no-store',
      // nginx would otherwise collect the whole file before it sends any.
      'X-Accel-Buffering': 'no',
    },
  })
}

function refuse(status: number, reason: string): Response {
  return Response.json({ ok: false, reason }, { status, headers: { 'Cache-Control': 'no-store' } })
}
