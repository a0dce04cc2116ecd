import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { writeCsv } from './csv.ts'
import { csvTable } from './csv-record.ts'
import type { ExportContext, ExportWriter } from './format.ts'
import { ExportTally, guideSheets, tallied } from './guide-sheets.ts'
import { type ZipEntry, zipStream } from './zip-stream.ts'

/** The sheets of the workbook (xlsx.ts) as CSV files in a ZIP archive: excerpts.csv without a limit of rows or characters, and what they are about. */
export const writeCsvSheets: ExportWriter = (batches, context) => zipStream(files(batches, context))

async function* files(batches: AsyncIterable<readonly Excerpt[]>, context: ExportContext): AsyncGenerator<ZipEntry> {
  const tally = new ExportTally()
  yield { path: 'excerpts.csv', chunks: writeCsv(tallied(batches, tally), context) }
  for (const { name, columns, rows } of guideSheets(context, tally)) {
    const headers = columns.map(({ header }) => header)
    yield { path: `${name}.csv`, chunks: csvTable(headers, rows, context.escapeFormulas) }
  }
}
