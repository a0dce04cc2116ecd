import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { readWholeCodebook } from '#/db/queries/whole-codebook.ts'
import { findWorkspaceName } from '#/db/queries/workspaces.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { CODEBOOK_FORMATS, type CodebookFormat } from '#/lib/format/codebook/codebook-formats.ts'
import { codebookLosses } from '#/lib/format/codebook/losses.ts'
import { CODEBOOK_WRITERS } from '#/lib/format/codebook/registry.ts'
import { exportFileName } from '#/lib/format/export/file-name.ts'
import { t } from '#/lib/message/t.ts'

export type CodebookExport =
  | { ok: true; fileName: string; mediaType: string; body: AsyncGenerator<string | Uint8Array> }
  | { ok: false; reason: string }

/** Takes the codebook out in a format, and records it. @param now ms since 1970 */
export async function exportCodebook(
  scope: Scope,
  format: CodebookFormat['id'],
  { db, now }: { db: Db; now: number },
): Promise<CodebookExport> {
  if (!can(scope.role, 'export')) return { ok: false, reason: t('Your role does not include exporting.') }
  const { extension, mediaType } = CODEBOOK_FORMATS.find(({ id }) => id === format) as CodebookFormat
  const name = await findWorkspaceName(db, scope)
  const codebook = await readWholeCodebook(db, scope)
  await recordInWorkspace(db, scope, 'exported', { details: { what: 'codebook', format, version: codebook.version } })
  const body = CODEBOOK_WRITERS[format](codebook, { workspace: { id: scope.workspaceId, name }, exportedAt: now })
  return { ok: true, fileName: exportFileName(name, 'codebook', now, extension), mediaType, body }
}

/** What the codebook loses in each format: sentences by format. */
export async function codebookExportLosses(scope: Scope, { db }: { db: Db }): Promise<Record<CodebookFormat['id'], string[]>> {
  const codebook = await readWholeCodebook(db, scope)
  return Object.fromEntries(CODEBOOK_FORMATS.map(({ id }) => [id, codebookLosses(codebook, id)])) as Record<CodebookFormat['id'], string[]>
}
