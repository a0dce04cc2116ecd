import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { readCodebook } from '#/db/queries/codebook.ts'
import { listNamedVersions } from '#/db/queries/codebook-versions.ts'
import { countMatching } from '#/db/queries/excerpt-counts.ts'
import { excerptBatches } from '#/db/queries/excerpts.ts'
import { findWorkspaceName } from '#/db/queries/workspaces.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { ahead } from '#/lib/format/export/ahead.ts'
import type { ExportFormat, FormatId } from '#/lib/format/export/export-format.ts'
import { EXPORT_FORMATS } from '#/lib/format/export/export-formats.ts'
import { exportFileName } from '#/lib/format/export/file-name.ts'
import { EXPORT_WRITERS } from '#/lib/format/export/registry.ts'
import { t } from '#/lib/message/t.ts'
import { printAddress } from '#/lib/query/address.ts'
import type { Query } from '#/lib/query/query.ts'
import { querySummary } from '#/lib/query/query-summary.ts'
import { openProject } from '#/server/exchange/open-project.ts'

/** How many excerpts are read at a time: enough to keep the writer busy, few enough that others are answered in between and memory is given back young. */
const BATCH = 500

interface ExportInput {
  query: Query
  format: FormatId
  /** CSV only: put an apostrophe before what a spreadsheet would take for a formula. */
  escapeFormulas: boolean
}

interface ExportDeps {
  /** As this member. */
  db: Db
  /** The database itself: formats with whole texts read the log, which members do not. */
  log: Db
  /** Origin people open in their browser. */
  origin: string
  /** ms since 1970. */
  now: number
}

export type ExcerptExport =
  | { ok: true; fileName: string; mediaType: string; body: AsyncGenerator<string | Uint8Array> }
  | { ok: false; reason: string }

/** Starts an export of the excerpts that match, and records it: its bytes come as they are asked for. */
export async function exportExcerpts(
  scope: Scope,
  { query, format, escapeFormulas }: ExportInput,
  { db, log, origin, now }: ExportDeps,
): Promise<ExcerptExport> {
  if (!can(scope.role, 'export')) return { ok: false, reason: t('Your role does not include exporting.') }
  const { extension, fileWord, mediaType } = EXPORT_FORMATS.find(({ id }) => id === format) as ExportFormat
  const name = await findWorkspaceName(db, scope)
  const codebook = await readCodebook(db, scope)
  const named = await listNamedVersions(db, scope)
  const context = {
    workspace: { id: scope.workspaceId, name },
    origin,
    exportedAt: now,
    filter: printAddress(query).toString(),
    codebook,
    codebookName: named.find(({ version }) => version === codebook.version)?.name ?? '',
    escapeFormulas,
  }
  const details = {
    what: 'excerpts',
    format,
    count: await countMatching(db, scope, query),
    filter: querySummary(query, codebook),
    version: codebook.version,
  }
  await recordInWorkspace(db, scope, 'exported', { details })
  const writer = EXPORT_WRITERS[format]
  const body =
    writer.reads === 'excerpts'
      ? writer.write(ahead(excerptBatches(db, scope, query, BATCH)), context)
      : writer.write(await openProject(scope, query, { db, log, origin, now }))
  return { ok: true, fileName: exportFileName(name, fileWord, now, extension), mediaType, body }
}
