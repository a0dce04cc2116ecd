import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDocumentMeta } from '#/lib/document/check-meta.ts'
import { blocksText } from '#/lib/text/block.ts'
import { extractFile, extractPaste } from './registry.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/import/${name}`))

test.each([
  ['a.txt', 'Text', 'txt'],
  ['a.md', '# Text', 'md'],
  ['a.html', '<p>Text', 'html'],
  ['a.txt', '<!doctype html><p>Text', 'html'],
  ['noname', 'Text', 'txt'],
  ['a.log', 'Text', 'txt'],
])('%s that says %s is read as %s', async (fileName, text, format) => {
  expect(await extractFile(bytes(text), { fileName })).toMatchObject({ ok: true, format })
})

test.each([
  ['pdf-named.docx', 'mislabelled', 'This is a PDF, not a Word document. Rename it to end in .pdf and add it again.'],
  ['text-named.pdf', 'mislabelled', 'This is plain text, not a PDF. Rename it to end in .txt and add it again.'],
  ['picture-named.txt', 'mislabelled', 'This is a picture (PNG), not a text. Add TXT, Markdown, HTML, DOCX or PDF.'],
  ['encrypted.docx', 'encrypted', 'This document is protected by a password. Save it without the password and add it again.'],
  ['empty.txt', 'empty', 'This file is empty. Check where it came from and add it again.'],
])('%s', async (fileName, reason, message) => {
  expect(await extractFile(fixture(fileName), { fileName })).toEqual({ ok: false, reason, message })
})

test.each([
  ['a.rtf', bytes('{\\rtf1 Text}'), 'unsupported', 'RTF'],
  ['a.doc', new Uint8Array(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'unsupported', 'old Office'],
  ['a.txt', bytes('PK\x03\x04'), 'mislabelled', 'ZIP'],
  ['a.txt', new Uint8Array(3000).map((_, i) => i % 29), 'mislabelled', 'binary'],
  ['a.txt', bytes(' \n\n \u00a0'), 'no-text', 'no text'],
  ['a.html', bytes('<script>x</script>'), 'no-text', 'no text'],
  ['a.txt', new Uint8Array(50 * 1024 * 1024 + 1), 'too-large', '50 MB'],
  ['a.txt', bytes('word '.repeat(4.3 * 1024 * 1024)), 'too-large', '20 MB'],
])('%s is refused in words', async (fileName, content, reason, word) => {
  expect(await extractFile(content, { fileName })).toMatchObject({ ok: false, reason, message: expect.stringContaining(word) })
})

test('the title is the text’s own, else the file’s name without what turns the direction', async () => {
  const title = async (fileName: string, text: string) => {
    const source = await extractFile(bytes(text), { fileName })
    return source.ok && source.title
  }
  expect(await title('a.txt', 'The hotline\n\nIt is open, and it has been for years.')).toBe('The hotline')
  expect(await title('C:\\files\\2024_hotline-brief.txt', 'It is open.')).toBe('2024 hotline-brief')
  expect(await title('gnp.\u202etxt', 'It is open.')).toBe('gnp')
  expect(await title('.txt', 'It is open.')).toBe('Untitled')
})

test('language and direction are guessed from the text', async () => {
  expect(await extractFile(fixture('arabic-windows-1256.txt'), { fileName: 'a.txt' })).toMatchObject({ language: 'ar', direction: 'rtl' })
  expect(await extractFile(fixture('russian-koi8-r.txt'), { fileName: 'a.txt' })).toMatchObject({ language: 'ru', direction: 'ltr' })
})

test('pasted HTML keeps its formatting, pasted text its paragraphs', () => {
  const html = extractPaste({ text: 'A b', html: '<html><body><!--StartFragment--><p>A <b>b</b></p><!--EndFragment--></body></html>' })
  expect(html).toMatchObject({
    ok: true,
    format: 'paste',
    blocks: [{ type: 'paragraph', spans: [{ text: 'A ' }, { text: 'b', bold: true }] }],
  })
  const text = extractPaste({ text: 'One\r\n\r\nTwo' })
  expect(text.ok && blocksText(text.blocks)).toBe('One\nTwo')
  expect(extractPaste({ text: ' ' })).toMatchObject({ ok: false, reason: 'empty' })
})

test('whatever a file says of itself may be kept: it is cut or left out where people may not say it either', async () => {
  const long = 'x'.repeat(2500)
  const files = {
    'a.md': `---\ntitle: ${long}\nauthor: ${long}\nurl: mailto:desk@example.org\n---\nText`,
    'b.html': `<link rel="canonical" href="https://example.org/${long.slice(0, 2010)}"><meta name="author" content="${long}"><p>Text`,
    'c.md': '---\nurl: https://example.org/1\n---\nText',
  }
  for (const [fileName, text] of Object.entries(files)) {
    const source = await extractFile(bytes(text), { fileName })
    if (!source.ok) throw new Error(source.message)
    const { title, outlet = '', author = '', publishedOn = null, url = '', language, direction } = source
    expect(checkDocumentMeta({ title, outlet, author, publishedOn, url, kind: '', language, direction })).toMatchObject({ ok: true })
    expect(url).toBe(fileName === 'c.md' ? 'https://example.org/1' : '')
  }
})

test('damaged files are read or refused in words, never thrown at', async () => {
  const names = readdirSync('tests/fixtures/import')
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), damage, fc.option(fc.nat(), { freq: 3 }), async (fileName, changes, cut) => {
      const content = fixture(fileName)
      for (const [at, byte] of changes) content[at % Math.max(1, content.length)] = byte
      const source = await extractFile(cut === null ? content : content.slice(0, cut % (content.length + 1)), { fileName })
      if (!source.ok) expect(source.message).toMatch(/^[A-Z].+\.$/)
      else expect(source.blocks.length).toBeGreaterThan(0)
    }),
    { numRuns: 150 },
  )
})
