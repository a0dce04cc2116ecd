import type { FormatId } from '#/lib/format/export/export-format.ts'
import { printAddress } from '#/lib/query/address.ts'
import type { Query } from '#/lib/query/query.ts'

/** Where an export of what a query asks for is fetched from, from the site's root. */
export function exportAddress(workspaceId: string, format: FormatId, query: Query): string {
  const params = printAddress(query)
  params.set('format', format)
  return `/api/exports/${workspaceId}?${params}`
}
