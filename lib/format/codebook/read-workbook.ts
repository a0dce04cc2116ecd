import { checkXml } from '#/lib/format/import/check-xml.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { readZipParts } from '#/lib/format/import/zip-parts.ts'
import { t } from '#/lib/message/t.ts'

const corrupt = () =>
  refuse('corrupt', t('This workbook is damaged and cannot be read. Open it in Excel, save it again and add the new copy.'))
/** Parts of a workbook that somebody parses. */
const XML_PART = /\.(?:xml|rels)$/

/** A sheet with its cells as text. */
interface Sheet {
  name: string
  rows: string[][]
}

/**
 * Reads the sheets of an Excel workbook that anybody wrote.
 *
 * @param mostRows of a sheet; what follows is not read
 */
export async function readWorkbook(bytes: Uint8Array, mostRows: number): Promise<{ ok: true; sheets: Sheet[] } | RefusedSource> {
  // Counted and looked through first: whoever reads it next knows no limits.
  const zip = await readZipParts(bytes, (name) => XML_PART.test(name))
  if (!zip.ok) return zip
  if (!zip.names.has('xl/workbook.xml'))
    return refuse('unsupported', t('This is a ZIP archive or another Office document, not an Excel workbook.'))
  for (const part of zip.parts.values()) if (checkXml(new TextDecoder().decode(part)) !== null) return corrupt()
  try {
    const { sheets } = await (await import('hucre/xlsx')).readXlsx(bytes, { maxRows: mostRows })
    return { ok: true, sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => Array.from(row, cellText)) })) }
  } catch {
    return corrupt()
  }
}

/** A cell as somebody typed it: days that Excel took for dates are days again. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value).replaceAll('\r\n', '\n')
}
