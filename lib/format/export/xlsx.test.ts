import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { collectBytes, eventually } from '#/tests/support/collect.ts'
import { EXPORT_CONTEXT } from '#/tests/support/export-context.ts'
import { makeExcerpt } from '#/tests/support/make-excerpt.ts'
import { ENGLISH, SAMPLE_EXCERPTS } from '#/tests/support/sample-excerpts.ts'
import { TIDY_COLUMNS } from './tidy-rows.ts'
import { SheetFeed, writeXlsx } from './xlsx.ts'
import { CELL_LIMIT, cellText } from './xlsx-sheet.ts'

async function sheets(excerpts = SAMPLE_EXCERPTS) {
  const bytes = await collectBytes(writeXlsx(eventually(excerpts.slice(0, 1), excerpts.slice(1)), EXPORT_CONTEXT))
  const { sheets } = await readXlsx(bytes)
  return new Map(sheets.map((sheet) => [sheet.name, sheet.rows]))
}
const NAMES = TIDY_COLUMNS.map(([name]) => name as string)
const column = (row: readonly unknown[] | undefined, name: string) => row?.[NAMES.indexOf(name)]

test('read back by another program: the sheets, the columns, every cell exact', async () => {
  const book = await sheets()
  expect([...book.keys()]).toEqual(['excerpts', 'relations', 'codebook', 'documents', 'readme'])
  const rows = book.get('excerpts')!
  expect(rows[0]).toEqual(NAMES)
  expect(rows).toHaveLength(7)
  expect(column(rows[1], 'quote')).toBe('said “the line is open, always”\nand')
  expect(column(rows[1], 'memo')).toBe('=HYPERLINK("https://example.org")\nsecond line')
  expect(column(rows[2], 'actor')).toBe('Smith; Jones & Co "Ltd"')
  expect(column(rows[4], 'quote')).toBe('واشنطن لا تستجيب للإحداثيات 😀')
  expect(ENGLISH.slice(column(rows[1], 'start_utf16') as number, column(rows[1], 'end_utf16') as number)).toBe(SAMPLE_EXCERPTS[0]?.quote)
  expect(column(rows[1], 'start_codepoint')).toBe((column(rows[1], 'start_utf16') as number) - 1)
})

test('codebook, documents and readme say what is in the export', async () => {
  const book = await sheets()
  expect(
    book
      .get('codebook')
      ?.slice(1)
      .map((row) => [row[0], row[1], row[5] ?? '', row[6]]),
  ).toEqual([
    ['actor', 'Russian MoD', 'МО РФ; MoD', 2],
    ['theme', 'Deconfliction', '', 0],
    ['theme', 'Deconfliction > Hotline', '', 1],
  ])
  expect(
    book
      .get('documents')
      ?.slice(1)
      .map((row) => [row[1], row[7]]),
  ).toEqual([
    ['Two air forces, one phone line', 3],
    ['الخط الساخن', 1],
  ])
  const about = new Map(book.get('readme')?.map((row) => [row[0], row[1]]))
  expect(about.get('Excerpts')).toBe('4 in 2 documents')
  expect(about.get('Query')).toContain('?stance=supports')
  expect(about.get('Codebook')).toMatch(/^Version 7, “Pilot”, https:/)
  for (const [name, meaning] of TIDY_COLUMNS) expect(about.get(name)).toBe(meaning)
})

test('no excerpts: the sheets are there, with their headers', async () => {
  const book = await sheets([])
  expect([...book.keys()]).toEqual(['excerpts', 'relations', 'codebook', 'documents', 'readme'])
  expect(book.get('excerpts')).toHaveLength(1)
})

test('what is longer than a cell is cut, says so, and stays well formed', async () => {
  const long = '😀'.repeat(20_000)
  const book = await sheets([makeExcerpt(`${long}.`, long)])
  const quote = column(book.get('excerpts')?.[1], 'quote') as string
  expect(quote.length).toBeLessThanOrEqual(CELL_LIMIT)
  expect(quote).toMatch(/^(😀)+ … \[cut here/u)
})

test('characters that XML or Excel would take for something else', () => {
  expect(cellText('a\u0000b\u0001\ufffe <&> "x" \ud800')).toBe('ab &lt;&amp;&gt; "x" \ufffd')
  expect(cellText('_x0041_ _x_')).toBe('_x005F_x0041_ _x_')
})

test('when a sheet is full, rows go on in the next', async () => {
  const rows = Array.from({ length: 10 }, (_, i) => [[i]])
  const feed = new SheetFeed(eventually(...rows.slice(0, 4), rows.slice(4).flat()), 4)
  const pages: unknown[][] = []
  do {
    const page: unknown[] = []
    for (let step = await feed.next(); !step.done; step = await feed.next()) page.push(...step.value.flat())
    pages.push(page)
  } while (await feed.turnPage())
  expect(pages).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9],
  ])
})

const unzip = spawnSync('unzip', ['-v']).status === 0
test.skipIf(!unzip)('Info-ZIP finds the archive sound', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'interline-xlsx-'))
  try {
    const file = join(folder, 'a.xlsx')
    writeFileSync(file, await collectBytes(writeXlsx(eventually(SAMPLE_EXCERPTS), EXPORT_CONTEXT)))
    const { status, stdout } = spawnSync('unzip', ['-t', file], { encoding: 'utf8' })
    expect(stdout).toContain('No errors detected')
    expect(status).toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
