import { csvCells } from '#/lib/format/export/csv-record.ts'
import { decodeText } from '#/lib/format/import/decode-text.ts'
import type { BookReader } from './book.ts'
import { csvRecords } from './csv-records.ts'
import type { BookWriter } from './format.ts'
import { readTable } from './read-table.ts'
import { TABLE_COLUMNS, tableRows } from './table.ts'

const BOM = '\ufeff'
const END = '\r\n'
/** What a spreadsheet takes for a formula, and what was guarded against that before: see csv-record.ts. */
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** CSV as Excel and everything else reads it; columns: table.ts. An apostrophe stands before what a spreadsheet would take for a formula. */
export const writeCsv: BookWriter = async function* (codebook) {
  const line = (cells: readonly string[]) => csvCells(cells.map(guard), false) + END
  yield BOM + line(TABLE_COLUMNS.map(([name]) => name))
  yield tableRows(codebook).map(line).join('')
}

/** Reads a table that Interline, a spreadsheet or a person wrote, in any encoding. */
export const readCsv: BookReader = (bytes, unsaid) => readTable(readCsvCells(bytes), unsaid)

/** The records of a CSV file in any encoding, without the apostrophes that guard against formulas. */
export function readCsvCells(bytes: Uint8Array): string[][] {
  return csvRecords(decodeText(bytes).text.replace(/^\ufeff/, '')).map((record) => record.map(unguard))
}

const guard = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)
const unguard = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell)
