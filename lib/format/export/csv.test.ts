import { expect, test } from 'vitest'
import { collectBytes, eventually } from '#/tests/support/collect.ts'
import { EXPORT_CONTEXT } from '#/tests/support/export-context.ts'
import { parseCsv } from '#/tests/support/parse-csv.ts'
import { ARABIC, ENGLISH, ENGLISH_ORIGINAL, SAMPLE_EXCERPTS } from '#/tests/support/sample-excerpts.ts'
import { writeCsv } from './csv.ts'
import { TIDY_COLUMNS } from './tidy-rows.ts'

async function exported(context = EXPORT_CONTEXT): Promise<{ text: string; records: Record<string, string>[] }> {
  const bytes = await collectBytes(writeCsv(eventually(SAMPLE_EXCERPTS.slice(0, 2), SAMPLE_EXCERPTS.slice(2)), context))
  const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
  const [header = [], ...rows] = parseCsv(text.slice(1))
  return { text, records: rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''] as const))) }
}

test('UTF-8 with a byte order mark, "\\r\\n" between records, the documented columns', async () => {
  const { text, records } = await exported()
  expect(text.startsWith('\ufeffexcerpt_id,row,document,')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  expect(Object.keys(records[0] ?? {})).toEqual(TIDY_COLUMNS.map(([name]) => name))
})

test('one row per tag, one for an excerpt without tags', async () => {
  const { records } = await exported()
  expect(
    records.map((row) => [row.excerpt_id?.at(-1), row.row, row.tag_kind, row.actor || row.theme_path, row.role || row.stance]),
  ).toEqual([
    ['1', '1', 'actor', 'Russian MoD', 'source'],
    ['1', '2', 'actor', 'Smith; Jones & Co "Ltd"', 'recipient'],
    ['1', '3', 'theme', 'Deconfliction > Hotline', 'supports'],
    ['2', '1', 'actor', 'Russian MoD', 'mentioned'],
    ['3', '1', '', '', ''],
    ['4', '1', '', '', ''],
  ])
  expect(records[1]).toMatchObject({
    sources: 'Russian MoD',
    recipients: 'Smith; Jones & Co "Ltd"',
    mentioned: '',
    themes: 'Deconfliction > Hotline (supports)',
  })
})

test('quotes are exact, and both kinds of offset point at them', async () => {
  const { records } = await exported()
  for (const [row, text] of [
    [records[0], ENGLISH],
    [records[3], ARABIC],
    [records[4], ENGLISH],
  ] as const) {
    const shown = text.replaceAll('\u2028', '\n')
    expect(shown.slice(Number(row?.start_utf16), Number(row?.end_utf16))).toBe(row?.quote)
    expect([...shown].slice(Number(row?.start_codepoint), Number(row?.end_codepoint)).join('')).toBe(row?.quote)
    expect(row?.prefix && shown.includes(row.prefix + row.quote + row.suffix)).toBeTruthy()
  }
  expect(records[0]).toMatchObject({
    quote: 'said “the line is open, always”\nand',
    text_edited: 'yes',
    quote_when_tagged: 'said “the line is open”',
  })
  expect(Number(records[0]?.start_utf16) - Number(records[0]?.start_codepoint)).toBe(1)
})

test('the words of the original stand beside those of the text, with their places', async () => {
  const { records } = await exported()
  const shown = ENGLISH_ORIGINAL.replaceAll('\u2028', '\n')
  const [row] = records
  expect(row).toMatchObject({ original_quote: 'said “the line is open”\nand', original_differs: 'yes', original_edition: '1' })
  expect(shown.slice(Number(row?.original_start_utf16), Number(row?.original_end_utf16))).toBe(row?.original_quote)
  expect([...shown].slice(Number(row?.original_start_codepoint), Number(row?.original_end_codepoint)).join('')).toBe(row?.original_quote)
  expect(records[3]).toMatchObject({ original_quote: '', original_differs: '', original_edition: '', original_end_utf16: '' })
})

test('a detached passage has words and no position', async () => {
  const { records } = await exported()
  expect(records[5]).toMatchObject({ state: 'detached', quote: 'talks', start_codepoint: '', end_utf16: '', text_edited: 'no' })
})

test('what a statement says about its event, and by which codebook', async () => {
  const { records } = await exported()
  expect(records[0]).toMatchObject({
    status: 'planned',
    certainty: 'probable',
    event_date: '2017-03-14/2017-03~',
    event_from: '2017-03-14',
    event_until: '2017-03-31',
    place: 'Hmeimim, "Latakia"',
    place_latitude: '35.4',
    place_longitude: '-0.5',
    place_precision: 'near',
    reported_by: 'Meridian Wire > Russian MoD',
    reported_by_ids: '_ > 0195a000-0000-7000-8000-000000000065',
    codebook_version: '7',
  })
  expect(records[2]?.event_date).toBe('2017-03-14/2017-03~')
  expect(records[3]).toMatchObject({ status: '', event_date: '', place: '', place_latitude: '', reported_by: '', reported_by_ids: '' })
})

test('who, when, where', async () => {
  const { records } = await exported()
  expect(records[0]).toMatchObject({
    author: 'Layla Haddad',
    created_at: '2017-03-14T11:12:13.456Z',
    modified_at: '2017-03-15T08:00:00.000Z',
    source_url: 'https://example.org/a?b=1',
    doc_date: '2017-03-14',
    link: `https://interline.example/w/${EXPORT_CONTEXT.workspace.id}/documents/0195a000-0000-7000-8000-0000000000dd?annotation=0195a000-0000-7000-8000-000000000001`,
  })
  expect(records[3]).toMatchObject({ document: 'الخط الساخن', doc_date: '', source_url: '', language: 'ar' })
})

test('cells that look like formulas are made text, unless the export is asked to leave them', async () => {
  const formula = '=HYPERLINK("https://example.org")\nsecond line'
  expect((await exported()).records[0]?.memo).toBe(`'${formula}`)
  expect((await exported({ ...EXPORT_CONTEXT, escapeFormulas: false })).records[0]?.memo).toBe(formula)
})

test('no excerpts: the header alone', async () => {
  const bytes = await collectBytes(writeCsv(eventually(), EXPORT_CONTEXT))
  expect(new TextDecoder().decode(bytes).trim().split('\r\n')).toHaveLength(1)
})
