import type { ExportFormat } from '#/lib/format/export/export-formats.ts'
import type { ExcerptFilter } from './filter.ts'
import { printFilter } from './filter-params.ts'

/** Where an export of what a filter asks for is fetched from, from the site's root. */
export function exportAddress(workspaceId: string, format: ExportFormat['id'], filter: ExcerptFilter): string {
  const params = printFilter(filter)
  params.set('format', format)
  return `/api/exports/${workspaceId}?${params}`
}
