import { expect, test } from 'vitest'
import { collectBytes } from '#/tests/support/collect.ts'
import { SAMPLE_DOCUMENTS, sampleProject } from '#/tests/support/sample-project.ts'
import { readLabelStudio } from './read-label-studio.ts'
import { writeLabelStudio } from './write-label-studio.ts'

function read(json: unknown) {
  const project = readLabelStudio(json)
  if (!project.ok) throw new Error(project.message)
  return project
}

test('regions in code points give their words, ids are one each', async () => {
  const tasks = JSON.parse(new TextDecoder().decode(await collectBytes(writeLabelStudio(sampleProject()))))
  for (const { data, annotations } of tasks) {
    const regions = annotations[0].result.filter(({ type }: { type: string }) => type === 'labels')
    expect(new Set(regions.map(({ id }: { id: string }) => id)).size).toBe(regions.length)
    for (const { value } of regions) expect([...data.text].slice(value.start, value.end).join('')).toBe(value.text)
  }
})

test('what is written is read back: statements, tags, roles, stances, event, memo, time', async () => {
  const project = read(JSON.parse(new TextDecoder().decode(await collectBytes(writeLabelStudio(sampleProject())))))
  expect(project.notes).toEqual([])
  expect(project.documents.map(({ title, language, publishedOn, url }) => [title, language, publishedOn, url])).toEqual([
    ['Briefing', 'en', '2017-03-14', 'https://example.org/a?b=1'],
    ['الحوار', 'ar', null, ''],
  ])
  const [briefing] = project.documents
  expect(briefing?.statements.map(({ range }) => range)).toEqual(SAMPLE_DOCUMENTS[0]?.statements.slice(0, 3).map(({ range }) => range))
  expect(briefing?.statements[0]).toMatchObject({
    tags: [
      { kind: 'actor', path: ['The Minister'], role: 'source' },
      { kind: 'actor', path: ['Россия'], role: 'recipient' },
      { kind: 'theme', path: ['Diplomacy', 'Talks'], stance: 'supports' },
    ],
    facts: { status: 'planned', certainty: 'probable', date: '2017-03', place: 'Tskhinvali' },
    memo: 'First line\nsecond & <third>',
    by: 'Layla Haddad',
    at: Date.UTC(2017, 2, 14, 11),
  })
  expect(briefing?.statements[2]?.tags).toEqual([])
})

test('exports of before 2022 count UTF-16 units: the unit that gives the words is taken', () => {
  const text = '😀😀 Ana met Bo.'
  const result = (start: number, end: number) => [
    { id: 'a', from_name: 'x', to_name: 'y', type: 'labels', value: { start, end, text: 'Ana', labels: ['Person'] } },
  ]
  for (const [start, end] of [
    [3, 6],
    [5, 8],
  ] as const) {
    const { documents } = read([{ data: { text }, annotations: [{ result: result(start, end) }] }])
    expect(documents[0]?.statements[0]).toMatchObject({
      range: { start: 5, end: 8 },
      quote: 'Ana',
      tags: [{ kind: 'code', path: ['Person'] }],
    })
  }
})

test('what has no place is said; cancelled annotations and tasks without text are left out', () => {
  const value = { start: 0, end: 900, text: 'gone', labels: ['X', 'Y'] }
  const project = read([
    { id: 7, data: { text: 'A text.' }, annotations: [{ was_cancelled: true, result: [{ type: 'labels', value }] }] },
    {
      data: { text: 'B text.' },
      annotations: [{ result: [{ type: 'labels', value }, { type: 'relation' }, { type: 'choices', value: { choices: ['a'] } }] }],
    },
    { data: { image: 3 }, annotations: [] },
  ])
  expect(project.documents.map(({ title, statements }) => [title, statements.length])).toEqual([
    ['Task 7', 0],
    ['Task 2', 1],
  ])
  expect(project.documents[1]?.statements[0]).toMatchObject({ range: null, quote: 'gone' })
  expect(project.notes).toHaveLength(4)
})

test('anything else is refused with a sentence', () => {
  expect(readLabelStudio({ data: {} })).toMatchObject({ ok: false, reason: 'unsupported' })
  expect(readLabelStudio([{ text: 'x', label: [] }])).toMatchObject({ ok: false, reason: 'unsupported' })
  expect(readLabelStudio([{ data: {} }])).toMatchObject({ ok: false, reason: 'no-text' })
})
