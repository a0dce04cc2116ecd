import { stringify } from 'csv-stringify/sync'
import type { ExportWriter } from './format.ts'
import { TIDY_COLUMNS, tidyRows } from './tidy-rows.ts'

const BOM = '\ufeff'

/**
 * CSV as Excel and everything else reads it: UTF-8 with a byte order mark, RFC 4180 (commas, "\r\n" between records, quotes doubled),
 * header first. Columns and rows: tidy-rows.ts.
 */
export const writeCsv: ExportWriter = async function* (batches, context) {
  // The library quotes a lone "\n" only when that is the delimiter; RFC 4180 wants every line break quoted.
  const options = { record_delimiter: '\r\n', quoted_match: /[\r\n]/, escape_formulas: context.escapeFormulas }
  yield BOM + stringify([TIDY_COLUMNS.map(([name]) => name)], options)
  for await (const batch of batches)
    yield stringify(
      batch.flatMap((excerpt) => tidyRows(excerpt, context)),
      options,
    )
}
