import type { Cell } from './tidy-rows.ts'

/** What makes a cell need quotation marks (RFC 4180, 2.6). */
const SPECIAL = /[",\r\n]/
/** What a spreadsheet takes for the start of a formula (OWASP, CSV injection), with the full-width forms. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * Cells as part of a CSV record (RFC 4180): commas between, quotation marks only where they are needed, no line end.
 *
 * @param escapeFormulas put an apostrophe before texts that a spreadsheet would take for a formula
 */
export function csvCells(cells: readonly Cell[], escapeFormulas: boolean): string {
  let record = ''
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]
    if (i > 0) record += ','
    if (typeof cell === 'number') record += cell
    else if (cell) record += csvText(cell, escapeFormulas)
  }
  return record
}

function csvText(text: string, escapeFormulas: boolean): string {
  const safe = escapeFormulas && FORMULA.test(text) ? `'${text}` : text
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A whole CSV file, for Excel too: byte order mark, heading, one line for each row. */
export function* csvTable(headers: readonly string[], rows: Iterable<readonly Cell[]>, escapeFormulas: boolean): Generator<string> {
  yield `\ufeff${csvCells(headers, false)}\r\n`
  for (const row of rows) yield `${csvCells(row, escapeFormulas)}\r\n`
}
