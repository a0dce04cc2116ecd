import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { collectBytes } from '#/tests/support/collect.ts'
import { tinyZip } from '#/tests/support/tiny-zip.ts'
import { zipStream } from '../export/zip-stream.ts'
import type { BookSort, ReadBook } from './book.ts'
import { readCodebookFile } from './registry.ts'

async function read(content: string | Uint8Array, unsaid: BookSort = 'theme'): Promise<ReadBook> {
  const result = await readCodebookFile(typeof content === 'string' ? new TextEncoder().encode(content) : content, unsaid)
  if (!result.ok) throw new Error(result.message)
  return result
}

/** "name < parent", as the file has them. */
function places(entries: readonly { key: string; name: string; parentKey: string | null }[]): string[] {
  const nameOf = new Map(entries.map(({ key, name }) => [key, name]))
  return entries.map(({ name, parentKey }) => (parentKey === null ? name : `${name} < ${nameOf.get(parentKey)}`))
}

test('a codebook of another program: trees by its roots, ids, nearest colours, descriptions', async () => {
  const { book, notes } = await read(readFileSync(new URL('../../../tests/fixtures/refi/reference.qdc', import.meta.url)))
  expect(places(book.actors)).toEqual(['Minister', 'Russia', 'Spokesman'])
  expect(places(book.themes)).toEqual(['Diplomacy', 'Sanctions', 'Legality < Sanctions'])
  expect(book.themes[0]).toMatchObject({ id: 'e1e9decd-e037-592a-9de4-820fa15484ac', definition: 'Talks & "mediation" <any>', hue: 12 })
  expect(book.themes[2]).not.toHaveProperty('definition')
  expect(book.themes[2]?.hue).toBeNull()
  expect(notes).toEqual(['6 colours become the nearest of ours.'])
})

test('codes without roots are what the file is taken for; sets of actors are actors; an empty list of sets is forgiven', async () => {
  const qdc = (inside: string) => `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes>${inside}</Codes>`
  const codes =
    '<Code guid="{A1DF4C50-CA9D-586B-8CE5-024A64DDD8B6}" name="Talks" isCodable="false"><Code guid="34653336-3766-3066-2d38-353539636438" name="Peace" isCodable="true"/></Code>'
  const taguette = await read(`${qdc(codes)}<Sets/></CodeBook>`, 'actor')
  expect(places(taguette.book.actors)).toEqual(['Talks', 'Peace < Talks'])
  expect(taguette.book.actors.map(({ id }) => id)).toEqual(['a1df4c50-ca9d-586b-8ce5-024a64ddd8b6', null])
  expect(taguette.notes).toEqual(['A code that only grouped others can be tagged with here.'])
  const sets =
    '<Sets><Set guid="0" name="actors"><MemberCode guid="a1df4c50-CA9D-586B-8CE5-024A64DDD8B6"/></Set><Set guid="1" name="Pilot"/></Sets>'
  const grouped = await read(`${qdc(codes)}${sets}</CodeBook>`)
  expect(places(grouped.book.actors)).toEqual(['Talks', 'Peace < Talks'])
  expect(grouped.notes.at(-1)).toBe('The set “Pilot” is left out: there are no sets here.')
})

test('a table as people write it: semicolons, other headings, no ids, parents that have no row', async () => {
  const { book, notes } = await read('\ufeffPath;Definition;Colour;Weight\r\nWar > Air > Strikes;"from the ""air""";teal;3\r\nWar;;;\r\n')
  expect(places(book.themes)).toEqual(['Strikes < Air', 'War', 'Air < War'])
  expect(book.themes[0]).toMatchObject({ id: null, definition: 'from the "air"', hue: 6 })
  expect(book.themes[1]).not.toHaveProperty('definition')
  expect(notes).toEqual(['The column “Weight” is left out.'])
})

test('names and parents in columns of their own; other names with language and days; what is wrong is told by its row', async () => {
  const csv = [
    'type,name,parent,kind,other_names,colour,hotkey',
    'actor,Free Army,Rebels,Armed group,"الجيش السوري الحر | ar | preferred; FSA | en | from 2011-07-29 | loud",,',
    'actor,Rebels,,,,beige,',
    'thing,What,,,,,',
    ',Talks,,,,,12',
  ].join('\n')
  const { book, notes } = await read(csv)
  expect(places(book.actors)).toEqual(['Free Army < Rebels', 'Rebels'])
  expect(book.actors[0]?.aliases).toEqual([
    { name: 'الجيش السوري الحر', language: 'ar', preferred: true, from: null, until: null },
    { name: 'FSA', language: 'en', preferred: false, from: '2011-07-29', until: null },
  ])
  expect(places(book.themes)).toEqual(['Talks'])
  expect(notes).toEqual([
    'Row 2: “loud” of the name “FSA” was not understood and is left out.',
    'Row 3: “beige” is no colour we can keep.',
    'Row 4: “thing” is neither actor nor theme. It is left out.',
    'Row 5: “12” is no key from 1 to 9.',
  ])
})

test('a bare list of names, and what Taguette writes', async () => {
  expect(places((await read('Russia\nUnited States\n\nTürkiye', 'actor')).book.actors)).toEqual(['Russia', 'United States', 'Türkiye'])
  const taguette = await read('tag,description,number of highlights,number of documents\nhotline,The phone line,3,1\n')
  expect(taguette.book.themes).toMatchObject([{ name: 'hotline', definition: 'The phone line' }])
  expect(taguette.notes).toHaveLength(2)
})

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="x" name="&b;"/></Codes></CodeBook>`
const DEEP = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${'<Code guid="x" name="y" isCodable="true">'.repeat(5000)}`

test.each([
  ['nothing', '', 'empty', 'This file is empty'],
  ['a document type', LAUGHS, 'corrupt', 'This file has a document type'],
  ['codes without a bottom', DEEP, 'too-complex', 'nested too deep'],
  ['XML that breaks off', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code', 'corrupt', 'no XML that can be read'],
  ['an entity nobody knows', '<CodeBook><Codes><Code guid="x" name="&nbsp;"/></Codes></CodeBook>', 'corrupt', 'no XML that can be read'],
  ['other XML', '<rss/>', 'unsupported', 'no REFI-QDA codebook'],
  ['a whole project', '<Project xmlns="urn:QDA-XML:project:1.0"/>', 'unsupported', 'a whole REFI-QDA project'],
  ['a codebook without codes', '<CodeBook><Codes/></CodeBook>', 'empty', 'no codes'],
  ['other JSON', '{"a":1}', 'unsupported', 'no codebook of Interline'],
  ['JSON that breaks off', '{"format":', 'corrupt', 'no JSON'],
  ['a newer form', '{"format":"interline-codebook","formatVersion":9}', 'unsupported', 'a newer Interline'],
  ['a table without names', 'age,weight\n1,2', 'unsupported', 'None of the columns says the names'],
  ['a web page', '<!doctype html><p>no', 'unsupported', 'This is a web page'],
  ['a PDF', '%PDF-1.7', 'unsupported', 'This is a PDF'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), 'unsupported', 'This is a picture'],
  ['an archive', tinyZip({ 'a.txt': 'x' }), 'unsupported', 'not an Excel workbook'],
  ['a bomb', await collectBytes(zipStream([{ path: 'xl/workbook.xml', chunks: [' '.repeat(40 << 20)] }])), 'too-large', 'far too large'],
  ['a workbook with a document type', tinyZip({ 'xl/workbook.xml': '<!DOCTYPE a><a/>' }), 'corrupt', 'damaged'],
])('%s is refused in one sentence', async (_, content, reason, words) => {
  const result = await readCodebookFile(typeof content === 'string' ? new TextEncoder().encode(content) : content, 'theme')
  expect(result).toMatchObject({ ok: false, reason, message: expect.stringContaining(words) })
})
