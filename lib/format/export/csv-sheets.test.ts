import { expect, test } from 'vitest'
import { collectBytes, eventually } from '#/tests/support/collect.ts'
import { EXPORT_CONTEXT } from '#/tests/support/export-context.ts'
import { parseCsv } from '#/tests/support/parse-csv.ts'
import { SAMPLE_EXCERPTS } from '#/tests/support/sample-excerpts.ts'
import { unzipped } from '#/tests/support/unzipped.ts'
import { writeCsv } from './csv.ts'
import { writeCsvSheets } from './csv-sheets.ts'

test('the excerpts as CSV writes them, and what they are about in files of their own', async () => {
  const batches = () => eventually(SAMPLE_EXCERPTS.slice(0, 1), SAMPLE_EXCERPTS.slice(1))
  const files = await unzipped(await collectBytes(writeCsvSheets(batches(), EXPORT_CONTEXT)))
  expect(Object.keys(files)).toEqual(['excerpts.csv', 'relations.csv', 'codebook.csv', 'documents.csv', 'readme.csv'])
  expect(files['excerpts.csv']).toBe(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await collectBytes(writeCsv(batches(), EXPORT_CONTEXT))),
  )
  const table = (name: string) => parseCsv(files[name] ?? '').slice(1)
  const documents = new Set(SAMPLE_EXCERPTS.map(({ document }) => document.id))
  expect(new Set(table('documents.csv').map(([id]) => id))).toEqual(documents)
  expect(table('documents.csv').reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(SAMPLE_EXCERPTS.length)
  expect(table('codebook.csv').map((row) => row[1])).toEqual(['Russian MoD', 'Deconfliction', 'Deconfliction > Hotline'])
  expect(table('readme.csv').find(([about]) => about === 'Excerpts')?.[1]).toBe(`4 in ${documents.size} documents`)
})
