import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type PdfLine, tinyPdf } from '#/tests/support/tiny-pdf.ts'
import { readPdf } from './pdf.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/import/${name}`))
const column = (x: number, y: number, lines: readonly string[], step = 12): PdfLine[] =>
  lines.map((text, i) => ({ x, y: y - i * step, text }))

async function read(bytes: Uint8Array) {
  const source = await readPdf(bytes)
  if (!source.ok) throw new Error(source.message)
  return {
    ...source,
    outline: source.blocks.map((block) => `${block.type}${block.level ?? ''}: ${block.spans.map((span) => span.text).join('')}`),
  }
}

test('two columns, hyphens, indents, running headers, pages', async () => {
  const source = await read(fixture('two-columns.pdf'))
  expect(source.outline).toEqual([
    'heading1: Two militaries, one sky',
    'paragraph: The deconfliction line between the two air forces was opened in October 2015. Both sides use it before their aircraft enter the same airspace.',
    'paragraph: A well-known rule says: call first, fly later. It is a rule of the well-known kind, because nobody ever wrote it down.',
    'paragraph: Officers answer in October as in July. The airspace over the river is small, and pilots see each other with the naked eye on a clear day, or so a former duty officer recalls.',
    'paragraph: On some days nobody calls at all, he says, and those are good days.',
    'paragraph: Those who answer never met, and never will.',
  ])
  expect(source).toMatchObject({ author: 'Jane Roe', notes: ['Page headers, footers and page numbers were left out.'] })
  expect(source.title).toBeUndefined()
})

test('paragraphs parted by gaps, bullets and short last lines', async () => {
  const lines = [
    ...column(50, 700, ['This paragraph fills two whole lines of', 'the column and then it comes to its end.']),
    ...column(50, 664, [
      'The next one stands below a wider gap',
      'and ends soon.',
      'A third begins after a short last line,',
      'which is the only sign there is of it.',
    ]),
    ...column(50, 600, ['• a point that is long enough for more', '• another']),
  ]
  expect((await read(tinyPdf({ pages: [lines] }))).outline).toEqual([
    'paragraph: This paragraph fills two whole lines of the column and then it comes to its end.',
    'paragraph: The next one stands below a wider gap and ends soon.',
    'paragraph: A third begins after a short last line, which is the only sign there is of it.',
    'listItem: a point that is long enough for more',
    'listItem: another',
  ])
})

test('rows of a table stay rows', async () => {
  const rows = [
    ['Side', 'Base', 'Since'],
    ['United States', 'Al Udeid', '2003'],
    ['Russia', 'Hmeimim', '2015'],
  ]
  const lines = rows.flatMap((row, i) => row.map((text, j) => ({ x: 50 + j * 150, y: 700 - i * 12, text })))
  const source = await read(tinyPdf({ pages: [lines] }))
  expect(source.outline).toEqual([
    'paragraph: Side | Base | Since',
    'paragraph: United States | Al Udeid | 2003',
    'paragraph: Russia | Hmeimim | 2015',
  ])
  expect(source.notes).toEqual(['Tables were read row by row, with | between the cells.'])
})

test('Arabic comes in logical order, with a warning', async () => {
  const source = await read(fixture('arabic.pdf'))
  expect(source.outline).toEqual(['paragraph: الخط الساخن'])
  expect(source.notes).toEqual(['Arabic and Hebrew words from a PDF can come out in a wrong order. Check the text against the original.'])
})

test('pages without text are named', async () => {
  const text = [{ x: 50, y: 700, text: 'Text' }]
  expect((await read(tinyPdf({ pages: [text, [], text, []] }))).notes).toContain('Pages 2, 4 have no text.')
})

test('a damaged page is named, the others are read', async () => {
  const bytes = tinyPdf({ pages: [[{ x: 50, y: 700, text: 'First page' }], [{ x: 50, y: 700, text: 'Second page' }]] })
  const file = Buffer.from(bytes)
  // Object 7 is the second page.
  file.write('/Type /Nope', file.indexOf('/Type /Page ', file.indexOf('7 0 obj')))
  file.write('9 9 9', file.indexOf('7 0 obj'))
  const source = await read(new Uint8Array(file))
  expect(source.outline).toEqual(['paragraph: First page'])
  expect(source.notes).toEqual(['Page 2 is damaged and could not be read.'])
})

test.each([
  ['encrypted.pdf', 'encrypted'],
  ['pictures-only.pdf', 'no-text'],
  ['damaged.pdf', 'corrupt'],
])('%s is refused as %s', async (name, reason) => {
  expect(await readPdf(fixture(name))).toMatchObject({ ok: false, reason })
})
