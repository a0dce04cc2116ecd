import { expect, test } from 'vitest'
import { collectBytes } from '#/tests/support/collect.ts'
import { DIPLOMACY, SAMPLE_DOCUMENTS, sampleProject } from '#/tests/support/sample-project.ts'
import { tinyZip } from '#/tests/support/tiny-zip.ts'
import { unzipped } from '#/tests/support/unzipped.ts'
import { readBrat } from './read-brat.ts'
import { writeBrat } from './write-brat.ts'

async function read(files: Record<string, string>) {
  const project = await readBrat(tinyZip(files))
  if (!project.ok) throw new Error(project.message)
  return project
}

test('every annotation stands on its words, in code points, no piece over a line end', async () => {
  const files = await unzipped(await collectBytes(writeBrat(sampleProject())))
  const paths = Object.keys(files).filter((path) => path.endsWith('.ann'))
  expect(paths).toEqual(['0001-Briefing.ann', '0002-document.ann'])
  for (const path of paths) {
    const points = [...(files[path.replace('.ann', '.txt')] ?? '')]
    const bounds = (files[path] ?? '').split('\n').filter((line) => line.startsWith('T'))
    expect(bounds.length).toBeGreaterThan(0)
    for (const line of bounds) {
      const [, places = '', words] = line.split('\t')
      const pieces = places
        .replace(/^\S+ /, '')
        .split(';')
        .map((piece) => piece.split(' ').map(Number) as [number, number])
      expect(pieces.map(([from, to]) => points.slice(from, to).join('')).join(' ')).toBe(words)
      expect(words).not.toContain('\n')
    }
  }
  const types = (files['annotation.conf'] ?? '').split('\n')
  const used = paths.flatMap((path) => [...(files[path] ?? '').matchAll(/^T\d+\t(\S+)/gm)].map(([, type]) => type ?? ''))
  expect(used.filter((type) => !types.includes(type) || !/^[A-Za-z0-9_-]+$/.test(type))).toEqual([])
})

test('what brat holds comes back: statements, tags with roles and stances, status, memo', async () => {
  const project = await readBrat(await collectBytes(writeBrat(sampleProject())))
  if (!project.ok) throw new Error(project.message)
  expect(project.documents.map(({ text }) => text)).toEqual(SAMPLE_DOCUMENTS.map(({ text }) => text.replaceAll('\u2028', '\n')))
  const [briefing] = project.documents
  expect(briefing?.statements.map(({ range, quote, tags }) => ({ range, quote, tags }))).toEqual([
    {
      range: SAMPLE_DOCUMENTS[0]?.statements[0]?.range,
      quote: 'The minister said talks with North\nand South',
      tags: [
        { kind: 'actor', path: ['The Minister'], role: 'source' },
        { kind: 'actor', path: ['Россия'], role: 'recipient' },
        { kind: 'theme', path: ['Diplomacy', 'Talks'], stance: 'supports' },
      ],
    },
    {
      range: SAMPLE_DOCUMENTS[0]?.statements[1]?.range,
      quote: 'South Ossetia would resume.\nРоссия',
      tags: [{ kind: 'theme', path: ['Diplomacy'], stance: null }],
    },
    { range: SAMPLE_DOCUMENTS[0]?.statements[2]?.range, quote: 'санкции', tags: [] },
  ])
  expect(briefing?.statements[0]).toMatchObject({
    facts: { status: 'planned', certainty: 'probable' },
    memo: 'First line / second & <third>',
    by: 'Layla Haddad',
  })
  expect(project.notes).toEqual([])
})

test('a corpus of another program: codes on the same words are one statement, what has no place is said', async () => {
  const project = await read({
    'corpus/a.txt': '😀 Ana met Bo in Oslo.\nThey talked.\n',
    'corpus/a.ann':
      'T1\tPerson 2 5\tAna\nT2\tPerson 10 12\tBo\nT3\tCity 16 20\tOslo\nT4\tPlace 16 20\tOslo\nR1\tMeets Arg1:T1 Arg2:T2\nE1\tMeet:T5 Who:T1\n' +
      '*\tEquiv T1 T2\n#1\tAnnotatorNotes T3\tcapital\nT6\tTalk 22 26;27 33\tThey talked\nT7\tPerson 0 400\tnowhere\nwhat is this\n',
    'b.txt': 'no annotations of its own',
  })
  const [a] = project.documents
  expect(project.documents).toHaveLength(1)
  expect(a?.title).toBe('a')
  expect(a?.statements.map(({ quote, range, tags, memo }) => [quote, range !== null, tags.map(({ path }) => path[0]), memo])).toEqual([
    ['Ana', true, ['Person'], ''],
    ['Bo', true, ['Person'], ''],
    ['Oslo', true, ['City', 'Place'], 'capital'],
    ['They talked', true, ['Talk'], ''],
    ['nowhere', false, ['Person'], ''],
  ])
  expect(project.notes).toEqual([
    expect.stringContaining('1 annotation'),
    expect.stringContaining('1 relation'),
    expect.stringContaining('2 events'),
    expect.stringContaining('1 line'),
  ])
})

test('archives without documents, damaged ones and hostile names are refused with a sentence', async () => {
  expect(await readBrat(tinyZip({ 'a.txt': 'text' }))).toMatchObject({ ok: false, reason: 'unsupported' })
  expect(await readBrat(new TextEncoder().encode('PK\x03\x04 and no more'))).toMatchObject({ ok: false, reason: 'corrupt' })
  expect(await readBrat(tinyZip({ '../a.txt': 'text', '../a.ann': '' }))).toMatchObject({ ok: false, reason: 'corrupt' })
})

test('names that come to the same type are told apart', async () => {
  const twin = { ...SAMPLE_DOCUMENTS[0]!, statements: SAMPLE_DOCUMENTS[0]!.statements.slice(1, 2) }
  const source = sampleProject([twin])
  const themes = source.project.codebook.themes.map((theme) => ({ ...theme, name: '—' }))
  const files = await unzipped(
    await collectBytes(writeBrat({ ...source, project: { ...source.project, codebook: { ...source.project.codebook, themes } } })),
  )
  expect(files['annotation.conf']).toContain('theme_1\n')
  expect(themes.some(({ id }) => id === DIPLOMACY)).toBe(true)
})
