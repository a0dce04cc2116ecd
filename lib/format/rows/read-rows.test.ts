import { describe, expect, test } from 'vitest'
import { csvRecords } from '#/lib/format/codebook/csv-records.ts'
import { writeCsv } from '#/lib/format/export/csv.ts'
import { writeXlsx } from '#/lib/format/export/xlsx.ts'
import type { ForeignProject } from '#/lib/format/project/foreign-project.ts'
import { collectBytes } from '#/tests/support/collect.ts'
import { EXPORT_CONTEXT } from '#/tests/support/export-context.ts'
import { SAMPLE_EXCERPTS } from '#/tests/support/sample-excerpts.ts'
import { readRows } from './read-rows.ts'
import { readRowsCsv, readRowsXlsx } from './read-rows-file.ts'

function read(csv: string): ForeignProject {
  const result = readRows(csvRecords(csv))
  if (!result.ok) throw new Error(result.message)
  return result
}

async function* one() {
  yield SAMPLE_EXCERPTS
}

describe.each([
  ['CSV', writeCsv, readRowsCsv],
  ['XLSX', writeXlsx, readRowsXlsx],
] as const)('our own %s', (_, write, readFile) => {
  test('gives back every excerpt with its words, place, tags, facts and memo', async () => {
    const result = await readFile(await collectBytes(write(one(), { ...EXPORT_CONTEXT, escapeFormulas: true })), 'theme')
    if (!result.ok) throw new Error(result.message)
    const back = result.documents.flatMap(({ id, statements }) => statements.map((statement) => ({ id, ...statement })))
    expect(back).toHaveLength(SAMPLE_EXCERPTS.length)
    const given = [...Map.groupBy(SAMPLE_EXCERPTS, ({ document }) => document.id).values()].flat()
    for (const [i, excerpt] of given.entries()) {
      const { document, actors, themes, startUtf16, endUtf16, quote, memo, facts } = excerpt
      expect(back[i]).toMatchObject({
        id: document.id,
        quote: quote.replaceAll('\u2028', '\n').trim(),
        range: startUtf16 === null ? null : { start: startUtf16, end: endUtf16 },
        memo: memo.replaceAll('\u2028', '\n').trim(),
        by: excerpt.tagger.name,
        at: excerpt.createdAt,
        tags: [
          ...actors.map(({ name, role }) => ({ kind: 'actor', path: [name], role })),
          ...themes.map(({ path, stance }) => ({ kind: 'theme', path, stance })),
        ],
      })
      expect(back[i]?.facts.status ?? null).toBe(facts.status)
      expect(back[i]?.facts.date ?? null).toBe(facts.date?.edtf ?? null)
    }
  })
})

test('a table that somebody typed: who says what of which theme, in which document', () => {
  const { documents, notes } = read(
    'Document;Quote;Actor;Theme;Stance\nBriefing;"the line stays open";Russian MoD;"Deconfliction > Hotline";Supports\nBriefing;we object;EU\n;;;\n',
  )
  expect(documents).toMatchObject([
    {
      text: null,
      title: 'Briefing',
      statements: [
        {
          quote: 'the line stays open',
          range: null,
          tags: [
            { kind: 'actor', path: ['Russian MoD'], role: 'source' },
            { kind: 'theme', path: ['Deconfliction', 'Hotline'], stance: 'supports' },
          ],
        },
        { quote: 'we object', tags: [{ kind: 'actor', path: ['EU'], role: 'source' }] },
      ],
    },
  ])
  expect(notes).toEqual(['The table has no column “role”: its actors are taken for sources.'])
})

test.each([
  ['MAXQDA', 'Document name,Code,Segment,Comment\nA,Risk\\Escalation,words,why\n', ['Risk', 'Escalation'], 'code'],
  ['Taguette', 'id,document,tag,content\n1,A,Risk,words\n1,A,Line,words\n', ['Risk'], 'code'],
  ['Dedoose', 'Media Title,Excerpt Copy,Codes Applied Combined\nA,words,Risk\n', ['Risk'], 'code'],
  ['ATLAS.ti', 'ID,Document,Quotation Content,Codes\n1:1,A,words,"Risk\nLine"\n', ['Risk'], 'code'],
  [
    'Discourse Network Analyzer',
    '"statement_id";"time";"concept";"agreement";"text";"document_title"\n"1";"2017";"Risk";"0";"words";"A"\n',
    ['Risk'],
    'theme',
  ],
])('passages as %s writes them', (_, csv, path, kind) => {
  const [document] = read(csv).documents
  expect(document).toMatchObject({ title: 'A', statements: [{ quote: 'words' }] })
  expect(document?.statements[0]?.tags[0]).toMatchObject({ kind, path })
})

test('rows that say nothing of a passage are counted, not guessed', () => {
  const { documents, notes } = read('document,quote\nA,\n,words\nA,more\n')
  expect(documents.flatMap(({ statements }) => statements.map(({ quote }) => quote))).toEqual(['more'])
  expect(notes).toEqual(['1 row without words.', '1 row that names no document.'])
})

test.each([
  ['no passages', 'document,quote\n', 'empty'],
  ['a codebook', 'path,description\nRisk,What may happen\n', 'unsupported'],
  ['prose', 'Dear colleague, this is no table at all.', 'unsupported'],
])('%s is refused in a sentence', (_, csv, reason) => {
  expect(readRows(csvRecords(csv))).toMatchObject({ ok: false, reason })
})
