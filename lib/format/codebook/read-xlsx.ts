import { GLYPHS } from '#/lib/codebook/actor-kinds.ts'
import type { Book, BookReader } from './book.ts'
import { readTable } from './read-table.ts'
import { readWorkbook } from './read-workbook.ts'
import { SHEETS } from './xlsx.ts'

/** More rows than a codebook may have, so that these are refused in words. */
const MOST_ROWS = 110_000

/** Reads a workbook that Interline, Excel or another program wrote: the sheet "codebook", or the first one. */
export const readXlsx: BookReader = async (bytes, unsaid) => {
  const workbook = await readWorkbook(bytes, MOST_ROWS)
  if (!workbook.ok) return workbook
  const { sheets } = workbook
  const sheet = (name: string) => sheets.find((one) => one.name.toLowerCase() === name)?.rows
  const records = sheet(SHEETS.codebook) ?? sheets[0]?.rows ?? []
  const read = readTable(records, unsaid)
  if (!read.ok) return read
  return { ...read, book: { ...read.book, version: versionOf(sheet(SHEETS.readme)), kinds: kindsOf(sheet(SHEETS.kinds)) } }
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
