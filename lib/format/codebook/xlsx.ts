import type { WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { sheetPath, workbookParts } from '#/lib/format/export/xlsx-parts.ts'
import { type SheetColumn, sheetXml } from '#/lib/format/export/xlsx-sheet.ts'
import { type ZipEntry, zipStream } from '#/lib/format/export/zip-stream.ts'
import type { BookContext, BookWriter } from './format.ts'
import { TABLE_COLUMNS, type TableColumn, tableRows } from './table.ts'

/** The sheets of the workbook; a reader looks for them by name. */
export const SHEETS = { codebook: 'codebook', kinds: 'kinds', readme: 'readme' } as const

const WIDTHS: Partial<Record<TableColumn, number>> = {
  path: 44,
  description: 60,
  include: 40,
  exclude: 40,
  examples: 40,
  other_names: 44,
  id: 38,
}
const ONE_LINE: readonly TableColumn[] = ['type', 'path', 'kind', 'hotkey', 'colour', 'state', 'id']
const COLUMNS: SheetColumn[] = TABLE_COLUMNS.map(([name]) => ({
  header: name,
  width: WIDTHS[name] ?? Math.max(12, name.length + 6),
  wrap: !ONE_LINE.includes(name),
}))
const KIND_COLUMNS: SheetColumn[] = [
  { header: 'slug', width: 30 },
  { header: 'name', width: 30 },
  { header: 'glyph', width: 30 },
]
const README_COLUMNS: SheetColumn[] = [
  { header: 'about', width: 26 },
  { header: 'meaning', width: 110, wrap: true },
]

/** An Excel workbook: the table of table.ts, the kinds of actors, and what the columns mean. */
export const writeXlsx: BookWriter = (codebook, context) => zipStream(workbook(codebook, context))

function* workbook(codebook: WholeCodebook, context: BookContext): Generator<ZipEntry> {
  yield { path: sheetPath(1), chunks: sheetXml(COLUMNS, once(tableRows(codebook))) }
  yield { path: sheetPath(2), chunks: sheetXml(KIND_COLUMNS, once(codebook.kinds.map(({ slug, name, glyph }) => [slug, name, glyph]))) }
  yield { path: sheetPath(3), chunks: sheetXml(README_COLUMNS, once(readme(codebook, context))) }
  yield* workbookParts(Object.values(SHEETS))
}

async function* once(rows: string[][]): AsyncGenerator<string[][]> {
  yield rows
}

function readme({ version }: WholeCodebook, { workspace, exportedAt }: BookContext): string[][] {
  return [
    ['Workspace', workspace.name],
    ['Codebook version', String(version)],
    ['Exported', new Date(exportedAt).toISOString()],
    [
      'To change it',
      'Change the sheet “codebook” and import the file again: you see what it would do before it is done. Rows that are missing stay as they are in Interline.',
    ],
    ...TABLE_COLUMNS.map(([name, meaning]) => [name, meaning]),
  ]
}
