import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { checkAnnotationCollection } from '#/tests/support/check-web-annotation.ts'
import { parseCsv } from '#/tests/support/parse-csv.ts'

/** What an export says about one statement, in terms all three formats share. */
export interface ExportedStatement {
  quote: string
  /** Unicode code points into the canonical text. */
  start: number
  end: number
}

/** Downloads what an action of the page starts. */
async function download(page: Page, start: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), start()])
  return readFileSync(await file.path())
}

const records = (rows: readonly (readonly unknown[])[]): Record<string, string>[] => {
  const [header = [], ...rest] = rows
  return rest.map((row) => Object.fromEntries(header.map((name, at) => [String(name), String(row[at] ?? '')])))
}

/** One record per statement, in the order of the text; the UTF-16 offsets of a table must agree with its code points. */
function ofTable(rows: readonly (readonly unknown[])[], text: string): ExportedStatement[] {
  return records(rows)
    .filter((record) => record.row === '1')
    .map(({ quote = '', start_codepoint, end_codepoint, start_utf16, end_utf16 }) => {
      expect(text.slice(Number(start_utf16), Number(end_utf16)), 'UTF-16 offsets point at the quote').toBe(quote)
      return { quote, start: Number(start_codepoint), end: Number(end_codepoint) }
    })
}

/** Takes statements out as CSV: one record per statement, with the names of the columns. @param start begins the download */
export async function exportRecords(page: Page, start: () => Promise<void>): Promise<Record<string, string>[]> {
  const file = await download(page, start)
  return records(parseCsv(file.toString('utf8').replace(/^\ufeff/, ''))).filter((record) => record.row === '1')
}

/** Takes statements out as CSV. @param start begins the download @param text the canonical text */
export async function exportCsv(page: Page, start: () => Promise<void>, text: string): Promise<ExportedStatement[]> {
  const file = await download(page, start)
  return ofTable(parseCsv(file.toString('utf8').replace(/^\ufeff/, '')), text)
}

export async function exportXlsx(page: Page, start: () => Promise<void>, text: string): Promise<ExportedStatement[]> {
  const { sheets } = await readXlsx(await download(page, start))
  return ofTable(sheets.find((sheet) => sheet.name === 'excerpts')?.rows ?? [], text)
}

interface WebAnnotation {
  target: { selector: { type: string; start?: number; end?: number; exact?: string }[] }
}

export async function exportJsonLd(page: Page, start: () => Promise<void>): Promise<ExportedStatement[]> {
  const collection = JSON.parse((await download(page, start)).toString('utf8')) as { first: { items: WebAnnotation[] } }
  expect(checkAnnotationCollection(collection), 'what is wrong with the JSON-LD').toEqual([])
  return collection.first.items.map(({ target }) => {
    const position = target.selector.find(({ type }) => type === 'TextPositionSelector')
    const quote = target.selector.find(({ type }) => type === 'TextQuoteSelector')
    return { quote: quote?.exact ?? '', start: position?.start ?? -1, end: position?.end ?? -1 }
  })
}
