import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readZipParts } from '#/lib/format/import/zip-parts.ts'
import { tinyZip } from '#/tests/support/tiny-zip.ts'
import { readQdpx } from './read-qdpx.ts'

const FIXTURES = new URL('../../../tests/fixtures/refi/', import.meta.url)
const REFERENCE = readFileSync(new URL('reference.qdpx', FIXTURES))
interface Expected {
  text: string
  selections: { start: number; end: number; quote: string; codes: string[]; users: string[]; utf16: [number, number] }[]
}
const EXPECTED = JSON.parse(readFileSync(new URL('reference.expected.json', FIXTURES), 'utf8')) as Expected
const archive = await readZipParts(REFERENCE, () => true)
if (!archive.ok) throw new Error(archive.message)
const { parts } = archive
const QDE = new TextDecoder().decode(parts.get('project.qde'))
const SOURCE = [...parts.keys()].find((name) => name.endsWith('.txt')) as string

async function read(bytes: Uint8Array) {
  const project = await readQdpx(bytes, 'theme')
  if (!project.ok) throw new Error(project.message)
  return project
}

const quotesOf = ({ documents }: Awaited<ReturnType<typeof read>>) =>
  documents.flatMap(({ statements }) => statements.map(({ quote }) => quote))

test('a project of another program comes in with exactly the quotes, offsets and codes it was made with', async () => {
  const { name, book, documents, memo } = await read(REFERENCE)
  expect(name).toBe('Reference')
  expect(documents).toHaveLength(1)
  const [document] = documents
  expect(document).toMatchObject({ title: 'Briefing note', url: 'https://example.org/1', text: EXPECTED.text.trimEnd() })
  expect(document?.statements.map(({ quote, range, tags }) => ({ quote, range, codes: tags.map(({ path }) => path.at(-1)) }))).toEqual(
    EXPECTED.selections.map(({ quote, utf16: [start, end], codes }) => ({ quote, range: { start, end }, codes })),
  )
  const users = { a: 'Analyst A', b: 'Аналитик Б' } as const
  expect(document?.statements.map(({ by }) => by)).toEqual(EXPECTED.selections.map(({ users: [first] }) => users[first as 'a']))
  expect(document?.statements.map(({ memo }) => memo)).toEqual(['stance: pro', '', '', '', '', 'Check translation — проверить.', '', ''])
  expect(document?.statements[5]?.tags).toEqual([
    { kind: 'actor', path: ['Russia'], role: null },
    { kind: 'theme', path: ['Sanctions'], stance: null },
    { kind: 'theme', path: ['Sanctions', 'Legality'], stance: null },
  ])
  expect(book?.actors.map((actor) => actor.name)).toEqual(['Minister', 'Russia', 'Spokesman'])
  expect(book?.themes.find((theme) => theme.name === 'Sanctions')?.definition).toBe('Restrictive measures\n\nInclude export bans.')
  expect(memo).toBe('Line 1\nLine 2')
  expect(documents[0]?.memo).toBe('')
})

/** The reference as another program would write it: its own line ends and mark, its own way to count. */
function dialect({
  bom,
  crlf,
  unit,
  origin,
  named,
}: {
  bom: 0 | 1
  crlf: 0 | 1 | 2
  unit: 'utf16' | 'cp'
  origin: string
  named: boolean
}): Uint8Array {
  const text = `${bom ? '\ufeff' : ''}${crlf ? EXPECTED.text.replaceAll('\n', '\r\n') : EXPECTED.text}`
  let qde = QDE.replace('handmade reference 1.0', origin)
  for (const { start, end, utf16 } of EXPECTED.selections) {
    const [from, to] = unit === 'utf16' ? utf16 : [start, end]
    const ends = (at: number) => (crlf === 2 ? EXPECTED.text.slice(0, at).split('\n').length - 1 : 0)
    const at = `startPosition="${start}" endPosition="${end}"`
    qde = qde.replaceAll(at, `startPosition="@${from + ends(utf16[0])}" endPosition="@${to + ends(utf16[1])}"`)
  }
  qde = qde.replaceAll('="@', '="')
  if (!named) qde = qde.replace(/(<PlainTextSelection guid="[^"]+") name="[^"]*"/g, '$1')
  return tinyZip({ 'project.qde': qde, [SOURCE]: text })
}

test.each([
  ['NVivo: mark, two for a line end, UTF-16', { bom: 1, crlf: 2, unit: 'utf16', origin: 'NVivo' }],
  ['ATLAS.ti: one for a line end', { bom: 0, crlf: 1, unit: 'cp', origin: 'ATLAS.ti 26' }],
  ['QualCoder: mark', { bom: 1, crlf: 0, unit: 'cp', origin: 'QualCoder' }],
  ['scripts in JavaScript: UTF-16', { bom: 0, crlf: 0, unit: 'utf16', origin: 'plug-in' }],
] as const)('the unit of offsets is found out: %s', async (_, given) => {
  for (const named of [true, false])
    expect(quotesOf(await read(dialect({ ...given, named }))), named ? 'with names' : 'without').toEqual(
      EXPECTED.selections.map(({ quote }) => quote),
    )
})

test('archives as they come: other names and folders, ids in braces, codes that are missing, selections that are nowhere', async () => {
  const qde = QDE.replace('internal://', 'internal://Sources/')
    .replace('endPosition="167"', 'endPosition="4000"')
    .replace('startPosition="46" endPosition="51"', 'startPosition="51" endPosition="46"')
    .replace('<CodeRef targetGUID="39BF585A-9375-5F4F-ACE4-5C6D3B186436"/>', '<CodeRef targetGUID="00000000-9375-5F4F-ACE4-5C6D3B186436"/>')
    .replaceAll('targetGUID="B492E34A-FEBC-56EC-BAFB-1DD159D07063"', 'targetGUID="{b492e34a-febc-56ec-bafb-1dd159d07063}"')
  const project = await read(
    tinyZip({ 'Trial.qde': qde, [SOURCE.replace('sources', 'Sources').toUpperCase()]: EXPECTED.text, 'Sources/.root': '' }),
  )
  expect(quotesOf(project)).toEqual(EXPECTED.selections.map(({ quote }) => quote).toSpliced(3, 1))
  expect(project.documents[0]?.statements[0]?.tags[0]).toMatchObject({ kind: 'actor', path: ['Minister'] })
  expect(project.notes).toContain('1 coded passage left out: it is not within its text.')
  expect(project.notes).toContain('1 coding left out: its code is not in the project.')
})

test('what is noted about a document, and codes on the whole of it, become its memo', async () => {
  const coding = (code: string) => `<Coding guid="${code.replace(/^./, '9')}"><CodeRef targetGUID="${code}"/></Coding>`
  const qde = QDE.replace(
    '<Description>Source URL: https://example.org/1</Description>',
    `<Description>Read twice.</Description>${coding('115060E4-8007-5409-A036-9F00852888AA')}<NoteRef targetGUID="FD49A5F7-4132-5A74-96B0-85F10FE737DA"/>`,
  )
  const { documents, notes } = await read(tinyZip({ 'project.qde': qde, [SOURCE]: EXPECTED.text }))
  expect(documents[0]).toMatchObject({ url: '', memo: 'Read twice.\n\nLine 1\nLine 2\n\nCoded as a whole: Russia' })
  expect(notes).toContain('1 coding of a whole document becomes words in its memo: passages of text are tagged here.')
})

test('a project without its sources gives its codes and says what is missing', async () => {
  const { book, documents, notes } = await read(readFileSync(new URL('skyloom-TestProject.qdpx', FIXTURES)))
  expect(documents).toEqual([])
  expect(book?.themes).toHaveLength(14)
  expect(book?.themes.map(({ name }) => name)).toContain('Coke::diet Coke')
  expect(notes).toContain('8 sources left out: there is no text of them in the project.')
})

test.each([
  ['no project in it', tinyZip({ 'word/document.xml': '<w/>' }), 'unsupported', 'no REFI-QDA project'],
  ['a document type', tinyZip({ 'project.qde': `<!DOCTYPE x [<!ENTITY a "b">]>${QDE}` }), 'corrupt', 'document type'],
  ['half of it', tinyZip({ 'project.qde': QDE.slice(0, 3000) }), 'corrupt', 'cannot be read'],
  [
    'a codebook',
    tinyZip({ 'project.qde': '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>' }),
    'unsupported',
    'no REFI-QDA',
  ],
  ['a way out of the folder', tinyZip({ 'project.qde': QDE, '../../evil.txt': 'x' }), 'corrupt', 'damaged'],
  ['nothing', tinyZip({ 'project.qde': '<Project xmlns="urn:QDA-XML:project:1.0" name="x"/>' }), 'empty', 'neither'],
] as const)('%s is refused in one sentence', async (_, bytes, reason, words) => {
  const answer = await readQdpx(bytes, 'theme')
  expect(answer).toMatchObject({ ok: false, reason })
  expect(answer.ok ? '' : answer.message).toContain(words)
})
