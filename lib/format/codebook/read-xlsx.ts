import { GLYPHS } from '#/lib/codebook/actor-kinds.ts'
import { checkXml } from '#/lib/format/import/check-xml.ts'
import { refuse } from '#/lib/format/import/import-result.ts'
import { readZipParts } from '#/lib/format/import/zip-parts.ts'
import { t } from '#/lib/message/t.ts'
import type { Book, BookReader } from './book.ts'
import { readTable } from './read-table.ts'
import { SHEETS } from './xlsx.ts'

const corrupt = () =>
  refuse('corrupt', t('This workbook is damaged and cannot be read. Open it in Excel, save it again and add the new copy.'))
/** More rows than a codebook may have, so that these are refused in words. */
const MOST_ROWS = 110_000
/** Parts of a workbook that somebody parses. */
const XML_PART = /\.(?:xml|rels)$/

/** Reads a workbook that Interline, Excel or another program wrote: the sheet "codebook", or the first one. */
export const readXlsx: BookReader = async (bytes, unsaid) => {
  // Counted and looked through first: whoever reads it next knows no limits.
  const zip = await readZipParts(bytes, (name) => XML_PART.test(name))
  if (!zip.ok) return zip
  if (!zip.names.has('xl/workbook.xml'))
    return refuse('unsupported', t('This is a ZIP archive or another Office document, not an Excel workbook.'))
  for (const part of zip.parts.values()) if (checkXml(new TextDecoder().decode(part)) !== null) return corrupt()
  let sheets: { name: string; rows: readonly (readonly unknown[])[] }[]
  try {
    sheets = (await (await import('hucre/xlsx')).readXlsx(bytes, { maxRows: MOST_ROWS })).sheets
  } catch {
    return corrupt()
  }
  const sheet = (name: string) => sheets.find((one) => one.name.toLowerCase() === name)?.rows.map((row) => Array.from(row, cellText))
  const records = sheet(SHEETS.codebook) ?? sheets[0]?.rows.map((row) => Array.from(row, cellText)) ?? []
  const read = readTable(records, unsaid)
  if (!read.ok) return read
  return { ...read, book: { ...read.book, version: versionOf(sheet(SHEETS.readme)), kinds: kindsOf(sheet(SHEETS.kinds)) } }
}

/** A cell as somebody typed it: days that Excel took for dates are days again. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value).replaceAll('\r\n', '\n')
}

function versionOf(rows: readonly string[][] | undefined): number | null {
  const said = rows?.find(([about]) => about === 'Codebook version')?.[1] ?? ''
  return /^\d{1,9}$/.test(said) ? Number(said) : null
}

function kindsOf(rows: readonly string[][] = []): Book['kinds'] {
  return rows.slice(1).flatMap(([slug = '', name = '', glyph]) => {
    return slug && name ? [{ slug, name, glyph: GLYPHS.find((one) => one === glyph) ?? 'other' }] : []
  })
}
