import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { auditBatches } from '#/db/queries/audit-page.ts'
import { findWorkspaceName } from '#/db/queries/workspaces.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { type AuditFilter, printAuditFilter } from '#/lib/audit/audit-filter.ts'
import { AUDIT_FORMATS, type AuditFormat } from '#/lib/audit/export-formats.ts'
import { AUDIT_WRITERS } from '#/lib/audit/write-audit.ts'
import { exportFileName } from '#/lib/format/export/file-name.ts'
import { t } from '#/lib/message/t.ts'

const BATCH = 500

export type AuditExport = { ok: true; fileName: string; mediaType: string; body: AsyncGenerator<string> } | { ok: false; reason: string }

/** Starts an export of the entries that match, newest first, and records it: it is the first entry of a file without a filter. */
export async function exportAudit(
  scope: Scope,
  { filter, format }: { filter: AuditFilter; format: AuditFormat },
  { db, now }: { db: Db; now: number },
): Promise<AuditExport> {
  if (!can(scope.role, 'read-audit')) return { ok: false, reason: t('Only owners can read the audit log.') }
  const { extension, mediaType } = AUDIT_FORMATS.find(({ id }) => id === format) as (typeof AUDIT_FORMATS)[number]
  await recordInWorkspace(db, scope, 'audit-exported', { details: { format, filter: printAuditFilter(filter).toString() } })
  const fileName = exportFileName(await findWorkspaceName(db, scope), 'audit-log', now, extension)
  return { ok: true, fileName, mediaType, body: AUDIT_WRITERS[format](auditBatches(db, scope, filter, BATCH)) }
}
