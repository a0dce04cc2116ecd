import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tinyDocx, wordParagraph } from '#/tests/support/tiny-docx.ts'
import { tinyZip } from '#/tests/support/tiny-zip.ts'
import { cleanBlocks } from './clean-blocks.ts'
import { readDocx } from './docx.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/import/${name}`))

test('a briefing with everything Word can put around a text', async () => {
  const source = await readDocx(fixture('briefing.docx'))
  if (!source.ok) throw new Error(source.message)
  expect(cleanBlocks(source.blocks)).toEqual([
    { type: 'heading', level: 1, spans: [{ text: 'The hotline' }] },
    { type: 'heading', level: 1, spans: [{ text: 'What it is for' }] },
    { type: 'paragraph', spans: [{ text: 'The line ' }, { text: 'is open', bold: true }, { text: '.', italic: true }, { text: '[1]' }] },
    { type: 'quote', spans: [{ text: '“You say where you will be.”' }] },
    {
      type: 'paragraph',
      spans: [{ text: 'See ' }, { text: 'the page', href: 'https://example.org/hotline' }, { text: ', this and that' }],
    },
    { type: 'paragraph', spans: [{ text: 'Side | Base' }] },
    { type: 'paragraph', spans: [{ text: 'United States | Al Udeid' }] },
    { type: 'paragraph', spans: [{ text: 'An added sentence.' }] },
    { type: 'paragraph', spans: [{ text: '[1] Central Command, 3 December.' }] },
  ])
  expect(source.notes).toEqual([
    '1 Word comment was left out.',
    'Page headers and footers were left out.',
    'Tracked changes were read as accepted.',
    'Footnotes were put at the end, by their numbers.',
    '1 table was read row by row, with | between the cells.',
  ])
  expect(source.author).toBeUndefined()
})

test('title and author come from the properties when the text shows no title', async () => {
  const bytes = tinyDocx({ body: wordParagraph('Text.'), title: 'Hotline &amp; talks', creator: 'Jane Roe' })
  expect(await readDocx(bytes)).toMatchObject({ ok: true, title: 'Hotline & talks', author: 'Jane Roe' })
})

test.each([
  ['a workbook', { '[Content_Types].xml': '', 'xl/workbook.xml': '' }, 'unsupported', 'Excel'],
  ['slides', { '[Content_Types].xml': '', 'ppt/presentation.xml': '' }, 'unsupported', 'PowerPoint'],
  ['an OpenDocument text', { mimetype: '', 'content.xml': '' }, 'unsupported', 'OpenDocument'],
  ['an archive of files', { 'a.txt': 'a' }, 'unsupported', 'ZIP'],
  ['a package without a text', { '[Content_Types].xml': '' }, 'corrupt', 'no text'],
  ['a text that is no XML', { '[Content_Types].xml': '', 'word/document.xml': '<w:document' }, 'corrupt', 'damaged'],
])('%s', async (_, files, reason, word) => {
  expect(await readDocx(tinyZip(files))).toMatchObject({ ok: false, reason, message: expect.stringContaining(word) })
})

test('a cut off file is corrupt', async () => {
  expect(await readDocx(fixture('damaged.docx'))).toMatchObject({ ok: false, reason: 'corrupt' })
})
