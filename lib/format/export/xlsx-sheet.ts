import type { Cell } from './tidy-rows.ts'

/** The most UTF-16 units an Excel cell holds. */
export const CELL_LIMIT = 32_767
/** The most rows an Excel sheet holds. */
export const ROW_LIMIT = 1_048_576
const CUT_MARK = ' … [cut here: an Excel cell holds 32,767 characters. The CSV export has all.]'

/** Styles of the workbook, by index: see `STYLES` in xlsx-parts.ts. */
const HEADER_STYLE = 1
const TEXT_STYLE = 2
const WRAPPED_STYLE = 3

export interface SheetColumn {
  header: string
  /** In characters of the default font. */
  width: number
  /** Long texts: shown over several lines. */
  wrap?: boolean
}

/**
 * The XML of a worksheet (ECMA-376 part 1, 18.3), piece by piece: a frozen header row with a filter, then the rows. Texts are inline
 * strings, so nothing is ever a formula. Stops before the sheet is full.
 *
 * @param rows an iterator that may be shared: what does not fit is left in it for the next sheet
 */
export async function* sheetXml(columns: readonly SheetColumn[], rows: AsyncIterator<readonly Cell[][]>): AsyncGenerator<string> {
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData>`
  yield rowXml(
    1,
    columns.map((column) => column.header),
    columns.map(() => HEADER_STYLE),
  )
  const styles = columns.map((column) => (column.wrap ? WRAPPED_STYLE : TEXT_STYLE))
  let count = 1
  while (true) {
    const { value, done } = await rows.next()
    if (done) break
    yield value.map((row, i) => rowXml(count + i + 1, row, styles)).join('')
    count += value.length
  }
  yield `</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${count}"/></worksheet>`
}

function rowXml(number: number, cells: readonly Cell[], styles: readonly number[]): string {
  let xml = `<row r="${number}">`
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]
    if (cell === null || cell === undefined || cell === '') continue
    const at = columnName(i) + number
    xml +=
      typeof cell === 'number'
        ? `<c r="${at}"><v>${cell}</v></c>`
        : `<c r="${at}" s="${styles[i]}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`
  }
  return `${xml}</row>`
}

const NAMES: string[] = []

/** "A", "B", … "Z", "AA", … for column 0, 1, … */
function columnName(index: number): string {
  const known = NAMES[index]
  if (known) return known
  const name = (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
  NAMES[index] = name
  return name
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
/** Most texts have none of these and are used as they are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
const NEEDS_CARE = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x/
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** A text as the content of a cell: cut to what a cell holds, characters XML forbids removed, and "_x0041_" not taken for an escape (ST_Xstring). */
export function cellText(text: string): string {
  if (text.length <= CELL_LIMIT && !NEEDS_CARE.test(text)) return text
  return cut(text.toWellFormed())
    .replace(FORBIDDEN, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>\r]/g, (sign) => ESCAPES[sign] ?? sign)
}

function cut(text: string): string {
  if (text.length <= CELL_LIMIT) return text
  const kept = text.slice(0, CELL_LIMIT - CUT_MARK.length)
  return (kept.isWellFormed() ? kept : kept.slice(0, -1)) + CUT_MARK
}
