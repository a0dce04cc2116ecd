import { readCsvCells } from '#/lib/format/codebook/csv.ts'
import { readWorkbook } from '#/lib/format/codebook/read-workbook.ts'
import type { ForeignReader } from '#/lib/format/project/read-project.ts'
import { MOST_ROWS, readRows } from './read-rows.ts'

/** The sheets of our own workbooks that hold excerpts: the second when the first is full. */
const OWN_SHEET = /^excerpts(?: \d+)?$/i

/** Reads passages from CSV in any encoding. */
export const readRowsCsv: ForeignReader = (bytes) => readRows(readCsvCells(bytes))

/** Reads passages from a workbook: its sheets "excerpts", or the first one. */
export const readRowsXlsx: ForeignReader = async (bytes) => {
  const workbook = await readWorkbook(bytes, MOST_ROWS + 2)
  if (!workbook.ok) return workbook
  const own = workbook.sheets.filter(({ name }) => OWN_SHEET.test(name))
  const [first, ...more] = own.length > 0 ? own : workbook.sheets.slice(0, 1)
  return readRows([...(first?.rows ?? []), ...more.flatMap(({ rows }) => rows.slice(1))])
}
