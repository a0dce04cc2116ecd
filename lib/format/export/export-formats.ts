import type { ExportFormat } from './export-format.ts'
import { NETWORK_FORMATS, REFERENCE_FORMATS } from './formats-of-networks.ts'
import { REPORT_FORMATS } from './formats-of-reports.ts'
import { TABLE_FORMATS } from './formats-of-tables.ts'
import { TOOL_FORMATS } from './formats-of-tools.ts'

/** Every format excerpts can be taken out in, group after group. A new one: its id in export-format.ts, its words here, its writer in registry.ts. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  ...TABLE_FORMATS,
  ...REPORT_FORMATS,
  ...TOOL_FORMATS,
  ...NETWORK_FORMATS,
  ...REFERENCE_FORMATS,
]
