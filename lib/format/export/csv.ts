import { csvCells } from './csv-record.ts'
import type { ExportWriter } from './format.ts'
import { TIDY_COLUMNS, tidyExcerpt } from './tidy-rows.ts'

const BOM = '\ufeff'
const END = '\r\n'

/**
 * CSV as Excel and everything else reads it: UTF-8 with a byte order mark, RFC 4180 (commas, "\r\n" between records, quotes doubled),
 * header first. Columns and rows: tidy-rows.ts.
 */
export const writeCsv: ExportWriter = async function* (batches, context) {
  const { escapeFormulas } = context
  const columns = TIDY_COLUMNS.map(([name]) => name)
  yield BOM + csvCells(columns, escapeFormulas) + END
  for await (const batch of batches) {
    let records = ''
    for (const excerpt of batch) {
      const { id, about, tags, rest } = tidyExcerpt(excerpt, context)
      const [start, end] = [csvCells(about, escapeFormulas), csvCells(rest, escapeFormulas)]
      tags.forEach((tag, i) => {
        records += `${id},${i + 1},${start},${csvCells(tag, escapeFormulas)},${end}${END}`
      })
    }
    yield records
  }
}
