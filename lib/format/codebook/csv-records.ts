const SEPARATORS = [',', ';', '\t'] as const

/**
 * The records of a CSV text (RFC 4180), whatever separates its cells: comma, semicolon or tab, as the first line says, or a line
 * "sep=;" before it. Quotation marks that are out of place are taken as they stand.
 */
export function csvRecords(text: string): string[][] {
  const told = /^sep=([,;\t])\r?\n/i.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const separator = told?.[1] ?? likelySeparator(body)
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < body.length) {
    const cell = readCell(body, at, separator)
    record.push(cell.text)
    at = cell.end
    if (body[at] === separator) {
      at++
      if (at < body.length) continue
      record.push('')
    }
    at += body.startsWith('\r\n', at) ? 2 : 1
    records.push(record)
    record = []
  }
  return records
}

/** The cell that begins at `at`; `end` is where its separator, its line end or the end of the text stands. */
function readCell(text: string, at: number, separator: string): { text: string; end: number } {
  let cell = ''
  let from = at
  if (text[at] === '"') {
    for (from = at + 1; from < text.length; ) {
      const quote = text.indexOf('"', from)
      const end = quote < 0 ? text.length : quote
      cell += text.slice(from, end)
      from = end + 1
      if (text[from] !== '"') break
      cell += '"'
      from++
    }
  }
  let end = Math.min(from, text.length)
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { text: cell + text.slice(from, end), end }
}

/** The one that stands most often in the first line, outside of quotation marks. */
function likelySeparator(text: string): string {
  const line =
    text
      .slice(0, 10_000)
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/[\r\n]/, 1)[0] ?? ''
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}
