import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import type { ExportContext, ExportWriter } from './format.ts'
import { ExportTally, guideSheets, tallied } from './guide-sheets.ts'
import { type Cell, TIDY_COLUMNS, tidyRows } from './tidy-rows.ts'
import { sheetPath, workbookParts } from './xlsx-parts.ts'
import { ROW_LIMIT, type SheetColumn, sheetXml } from './xlsx-sheet.ts'
import { type ZipEntry, zipStream } from './zip-stream.ts'

const WIDTHS: Partial<Record<(typeof TIDY_COLUMNS)[number][0], number>> = {
  quote: 80,
  original_quote: 60,
  memo: 40,
  document: 36,
  theme_path: 36,
  themes: 44,
}
const WRAPPED = new Set<string>(['quote', 'original_quote', 'memo'])
const EXCERPT_COLUMNS: SheetColumn[] = TIDY_COLUMNS.map(([name]) => ({
  header: name,
  width: WIDTHS[name] ?? Math.max(12, name.length + 4),
  wrap: WRAPPED.has(name),
}))

/**
 * An Excel workbook: sheets excerpts (rows of tidy-rows.ts), relations, codebook, documents and readme. Excerpts stream through; when a sheet is
 * full they go on in "excerpts 2".
 */
export const writeXlsx: ExportWriter = (batches, context) => zipStream(workbook(batches, context))

async function* workbook(batches: AsyncIterable<readonly Excerpt[]>, context: ExportContext): AsyncGenerator<ZipEntry> {
  const tally = new ExportTally()
  const names: string[] = []
  const sheet = (name: string, columns: SheetColumn[], rows: AsyncIterator<readonly Cell[][]>): ZipEntry => {
    names.push(name)
    return { path: sheetPath(names.length), chunks: sheetXml(columns, rows) }
  }
  const rows = new SheetFeed(rowsOf(tallied(batches, tally), context), ROW_LIMIT - 1)
  do yield sheet(names.length === 0 ? 'excerpts' : `excerpts ${names.length + 1}`, EXCERPT_COLUMNS, rows)
  while (await rows.turnPage())
  for (const { name, columns, rows } of guideSheets(context, tally)) yield sheet(name, columns, all(rows))
  yield* workbookParts(names)
}

async function* rowsOf(batches: AsyncIterable<readonly Excerpt[]>, context: ExportContext): AsyncGenerator<Cell[][]> {
  for await (const batch of batches) yield batch.flatMap((excerpt) => tidyRows(excerpt, context))
}

async function* all(rows: Cell[][]): AsyncGenerator<Cell[][]> {
  yield rows
}

/** Hands out rows until a sheet is full, then ends; `turnPage` starts the next sheet. */
export class SheetFeed implements AsyncIterator<readonly Cell[][]> {
  readonly #source: AsyncIterator<Cell[][]>
  readonly #limit: number
  #left: number
  #waiting: Cell[][] | undefined

  /** @param limit rows of a sheet, the header not counted */
  constructor(source: AsyncIterator<Cell[][]>, limit: number) {
    this.#source = source
    this.#limit = limit
    this.#left = limit
  }

  async next(): Promise<IteratorResult<readonly Cell[][]>> {
    if (this.#left === 0) return { value: undefined, done: true }
    const rows = this.#waiting ?? (await this.#pull())
    if (!rows) return { value: undefined, done: true }
    const fitting = rows.slice(0, this.#left)
    this.#waiting = rows.length > fitting.length ? rows.slice(fitting.length) : undefined
    this.#left -= fitting.length
    return { value: fitting, done: false }
  }

  /** Whether there are rows left for another sheet; then `next` gives them. */
  async turnPage(): Promise<boolean> {
    this.#left = this.#limit
    this.#waiting ??= await this.#pull()
    return this.#waiting !== undefined
  }

  async #pull(): Promise<Cell[][] | undefined> {
    const { value, done } = await this.#source.next()
    return done ? undefined : value
  }
}
