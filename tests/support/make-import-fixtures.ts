// Writes tests/fixtures/import: files in old encodings, Word documents, PDFs, and files that cannot be imported.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { tinyDocx, wordParagraph } from './tiny-docx.ts'
import { type PdfLine, tinyPdf } from './tiny-pdf.ts'

const folder = join(import.meta.dirname, '../fixtures/import')
mkdirSync(folder, { recursive: true })
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)

const RUSSIAN = `Линия связи над Сирией\r
\r
Представитель Пентагона подтвердил, что линия связи с российскими военными работает круглосуточно.\r
\r
«Мы предупреждаем друг друга о полётах», — сказал он.\r
`
const ARABIC = `خط ساخن فوق سوريا

أكد المتحدث باسم وزارة الدفاع الأمريكية أن الخط الساخن مع الجيش الروسي يعمل على مدار الساعة.

وقال إن قرار مجلس الأمن 2254 يبقى أساس الحل السياسي في سوريا.
`
const UKRAINIAN = `Гаряча лінія над Сирією

Речник Пентагону підтвердив, що лінія зв'язку з російськими військовими діє цілодобово.
`

write('russian-windows-1251.txt', iconv.encode(RUSSIAN, 'windows-1251'))
write('russian-koi8-r.txt', iconv.encode(RUSSIAN.replace(/[«»]/g, '"').replace('—', '-'), 'koi8-r'))
write('russian-ibm866.txt', iconv.encode(RUSSIAN.replace(/[«»]/g, '"').replace('—', '-'), 'ibm866'))
write('russian-utf-16le.txt', iconv.encode(RUSSIAN, 'utf-16le', { addBOM: false }))
write('russian-utf-16be-bom.txt', iconv.encode(RUSSIAN, 'utf-16be', { addBOM: true }))
write('ukrainian-windows-1251.txt', iconv.encode(UKRAINIAN, 'windows-1251'))
write('arabic-windows-1256.txt', iconv.encode(ARABIC, 'windows-1256'))
write('arabic-iso-8859-6.txt', iconv.encode(ARABIC, 'iso-8859-6'))
write('arabic-utf-8-bom.txt', iconv.encode(ARABIC.replaceAll('\n', '\r\n'), 'utf-8', { addBOM: true }))
write(
  'page-windows-1251.html',
  iconv.encode(
    `<!doctype html><html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Линия — Вестник</title></head><body><h1>Линия</h1><p>Да.</p></body></html>`,
    'windows-1251',
  ),
)

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const cell = (text: string) => `<w:tc>${wordParagraph(text)}</w:tc>`
write(
  'briefing.docx',
  tinyDocx({
    title: 'Briefing on the hotline',
    creator: 'Microsoft Office User',
    links: { 'r-good': 'https://example.org/hotline', 'r-bad': 'javascript:alert(1)', 'r-file': 'file:///etc/passwd' },
    header: wordParagraph('Internal'),
    footnotes: `<w:footnote w:id="2">${wordParagraph('Central Command, 3 December.')}</w:footnote>`,
    comments: `<w:comment w:id="0" w:author="A. Reader">${wordParagraph('Check this.')}</w:comment>`,
    body: [
      wordParagraph('The hotline', 'Title'),
      wordParagraph('What it is for', 'Heading1'),
      `<w:p><w:commentRangeStart w:id="0"/>${run('The line ')}${run('is open', '<w:b/>')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run('.', '<w:i/>')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      wordParagraph('“You say where you will be.”', 'Quote'),
      `<w:p>${run('See ')}<w:hyperlink r:id="r-good">${run('the page')}</w:hyperlink>${run(', ')}<w:hyperlink r:id="r-bad">${run('this')}</w:hyperlink>${run(' and ')}<w:hyperlink r:id="r-file">${run('that')}</w:hyperlink></w:p>`,
      `<w:tbl><w:tr>${cell('Side')}${cell('Base')}</w:tr><w:tr>${cell('United States')}${cell('Al Udeid')}</w:tr></w:tbl>`,
      `<w:p><w:ins w:id="9" w:author="A. Reader">${run('An added sentence.')}</w:ins><w:del w:id="8" w:author="A. Reader"><w:r><w:delText>A deleted one.</w:delText></w:r></w:del></w:p>`,
    ].join(''),
  }),
)

/** Lines below each other; a line is as wide as it has letters (6 points each at 10 points). */
const column = (x: number, y: number, lines: readonly string[]): PdfLine[] => lines.map((text, i) => ({ x, y: y - i * 12, text }))
const LEFT = [
  'The deconfliction line between the',
  'two air forces was opened in Octo-',
  'ber 2015. Both sides use it before',
  'their aircraft enter the same air-',
  'space.',
  '  A well-known rule says: call first,',
  'fly later. It is a rule of the well-',
]
const RIGHT = [
  'known kind, because nobody ever',
  'wrote it down.',
  '  Officers answer in October as in',
  'July. The airspace over the river',
  'is small, and pilots see each other',
  'with the naked eye on a clear day,',
  'or so a former duty officer re-',
]
const SECOND = ['calls.', '  On some days nobody calls at all,', 'he says, and those are good days.']
const THIRD = ['  Those who answer never met, and', 'never will.']
const furniture = (number: number): PdfLine[] => [
  { x: 50, y: 800, text: 'The Meridian Wire, 3 December 2024', size: 8 },
  { x: 290, y: 40, text: String(number) },
]
const pages = [
  [...furniture(1), { x: 120, y: 760, text: 'Two militaries, one sky', size: 18 }, ...column(50, 720, LEFT), ...column(320, 720, RIGHT)],
  [...furniture(2), ...column(50, 760, SECOND)],
  [...furniture(3), ...column(50, 760, THIRD)],
]
write('two-columns.pdf', tinyPdf({ pages, title: 'Microsoft Word - hotline.doc', author: 'Jane Roe' }))
const words = 'الخط الساخن'
write(
  'arabic.pdf',
  tinyPdf({
    // Letters of embedded fonts have codes of their own, and stand from left to right as they are seen.
    letters: new Map(Array.from(new Set(words), (letter, i) => [0x41 + i, letter])),
    pages: [[{ x: 300, y: 700, text: Array.from(words).reverse().join('') }]],
  }),
)
write('encrypted.pdf', tinyPdf({ pages: [[{ x: 50, y: 700, text: 'Secret' }]], isEncrypted: true }))
write('pictures-only.pdf', tinyPdf({ pages: [[], []] }))
write('damaged.pdf', '%PDF-1.4\nthe rest got lost')
write('pdf-named.docx', tinyPdf({ pages: [[{ x: 50, y: 700, text: 'This is a PDF' }]] }))
write('text-named.pdf', 'This is plain text.\n')
write('damaged.docx', tinyDocx({ body: wordParagraph('Cut off') }).slice(0, 900))
write(
  'encrypted.docx',
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from('EncryptionInfo\0EncryptedPackage\0', 'utf16le')]),
)
write('picture-named.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
write('empty.txt', '')
