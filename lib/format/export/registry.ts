import { writeCsv } from './csv.ts'
import type { ExportFormat } from './export-formats.ts'
import type { ExportWriter } from './format.ts'
import { writeWebAnnotations } from './web-annotation.ts'
import { writeXlsx } from './xlsx.ts'

/** The writer of each export format. A new format: its file beside these, its words in export-formats.ts, its line here. */
export const EXPORT_WRITERS: Record<ExportFormat['id'], ExportWriter> = {
  csv: writeCsv,
  xlsx: writeXlsx,
  jsonld: writeWebAnnotations,
}
