import { expect, test } from 'vitest'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { collectBytes, eventually } from '#/tests/support/collect.ts'
import { EXPORT_CONTEXT } from '#/tests/support/export-context.ts'
import { parseCsv } from '#/tests/support/parse-csv.ts'
import { SAMPLE_EXCERPTS } from '#/tests/support/sample-excerpts.ts'
import { writeBibtex } from './bibtex.ts'
import { writeCslJson } from './csl-json.ts'
import { writeDnaEvents } from './dna-events.ts'
import type { ExportWriter } from './format.ts'
import { writeRis } from './ris.ts'

const [FIRST] = SAMPLE_EXCERPTS as [Excerpt]
/** Another document of the same outlet, year and first long word; signs that mean something to LaTeX. */
const TWIN: Excerpt = {
  ...FIRST,
  document: {
    ...FIRST.document,
    id: '0195a000-0000-7000-8000-0000000000d9',
    title: 'Two forces, 100% {open}_\\',
    url: '',
    author: "Ada O'Neill",
  },
}
const EXCERPTS = [...SAMPLE_EXCERPTS.slice(0, 1), ...SAMPLE_EXCERPTS.slice(2), TWIN, SAMPLE_EXCERPTS[1]!]

const written = async (write: ExportWriter) =>
  new TextDecoder().decode(await collectBytes(write(eventually(EXCERPTS.slice(0, 2), EXCERPTS.slice(2)), EXPORT_CONTEXT)))

test('BibLaTeX: one entry per document, keys once each, braces even', async () => {
  const bib = await written(writeBibtex)
  expect(bib.match(/^@online\{[^,]+/gm)).toEqual([
    '@online{meridianwire2017forces',
    '@online{oneill2017forces',
    '@online{source-0000000000d2',
  ])
  expect(bib).toContain('  title = {{Two forces, 100\\% \\{open\\}\\_\\textbackslash{}}}')
  expect(bib).toContain('  url = {https://interline.example/w/')
  expect(bib).toContain("  author = {{Ada O'Neill}}")
  const bare = bib.replaceAll(/\\[{}]/g, '')
  expect(bare.split('{')).toHaveLength(bare.split('}').length)
})

test('RIS: records with a beginning and an end, days with slashes', async () => {
  const records = (await written(writeRis)).split('ER  - \r\n\r\n')
  expect(records).toHaveLength(4)
  expect(records[0]).toBe(
    'TY  - ELEC\r\nTI  - Two air forces, one phone line\r\nPB  - Meridian Wire\r\nPY  - 2017\r\nDA  - 2017/03/14\r\nUR  - https://example.org/a?b=1\r\nLA  - en\r\n' +
      `L2  - https://interline.example/w/${EXPORT_CONTEXT.workspace.id}/documents/0195a000-0000-7000-8000-0000000000dd\r\n`,
  )
})

test('CSL-JSON: items that a processor reads', async () => {
  const items = JSON.parse(await written(writeCslJson))
  expect(items.map((item: { title: string }) => item.title)).toEqual([FIRST.document.title, TWIN.document.title, 'الخط الساخن'])
  expect(items[0]).toMatchObject({
    type: 'webpage',
    issued: { 'date-parts': [[2017, 3, 14]] },
    'container-title': 'Meridian Wire',
    language: 'en',
  })
  expect(items[1].author).toEqual([{ literal: "Ada O'Neill" }])
  expect(JSON.parse(new TextDecoder().decode(await collectBytes(writeCslJson(eventually(), EXPORT_CONTEXT))))).toEqual([])
})

test('DNA events: one row per source and theme, positions in UTF-16, everything quoted', async () => {
  const [header = [], ...rows] = parseCsv(await written(writeDnaEvents), ';')
  expect(header.slice(0, 6)).toEqual(['statement_id', 'time', 'person', 'organization', 'concept', 'agreement'])
  const cell = (row: number, name: string) => rows[row]?.[header.indexOf(name)]
  expect(rows).toHaveLength(2)
  expect(rows.every((row) => row.length === header.length)).toBe(true)
  expect(['time', 'person', 'organization', 'concept', 'agreement'].map((name) => cell(0, name))).toEqual([
    '2017-03-14 00:00:00',
    '',
    'Russian MoD',
    'Deconfliction > Hotline',
    '1',
  ])
  expect(cell(0, 'text')).toBe('said “the line is open, always”\nand')
  expect([cell(0, 'start_position'), cell(0, 'stop_position')]).toEqual([String(FIRST.startUtf16), String(FIRST.endUtf16)])
  expect([cell(0, 'document_id'), cell(1, 'document_id')]).toEqual(['1', '2'])
})
