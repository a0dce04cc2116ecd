import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import type { ExchangeDocument, ProjectWriter } from '#/lib/format/project/exchange-project.ts'
import { collectBytes } from '#/tests/support/collect.ts'
import { SAMPLE_DOCUMENTS, sampleProject } from '#/tests/support/sample-project.ts'
import { unzipped } from '#/tests/support/unzipped.ts'
import { writeCasJson } from './cas-json.ts'
import { writeDocxComments } from './docx-comments.ts'
import { writeSpacy } from './spacy-jsonl.ts'

const written = (write: ProjectWriter) => collectBytes(write(sampleProject()))

const shown = ({ text }: ExchangeDocument) => text.replaceAll('\u2028', '\n')
/** Words of the statements that stand in the text. */
const quotes = (document: ExchangeDocument) =>
  document.statements.filter(({ range }) => range !== null).map(({ quote }) => quote.replaceAll('\u2028', '\n'))

test('DOCX with comments: each on its own words, also over others and over a line end, in the name of who made it', async () => {
  const bytes = await written(writeDocxComments)
  const files = await unzipped(bytes)
  const body = files['word/document.xml'] ?? ''
  const marked = [...body.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)].map(([start, id]) => {
    const from = body.indexOf(start)
    const to = body.indexOf(`<w:commentRangeEnd w:id="${id}"/>`)
    expect(to).toBeGreaterThan(from)
    return body
      .slice(from, to)
      .replaceAll('</w:p>', '\n')
      .replaceAll('<w:br/>', '\n')
      .replace(/<[^>]+>/g, '')
  })
  expect(marked).toEqual(SAMPLE_DOCUMENTS.flatMap(quotes))
  const comments = [...(files['word/comments.xml'] ?? '').matchAll(/<w:comment w:id="\d+" w:author="([^"]+)"[^>]*>(.*?)<\/w:comment>/gs)]
  expect(comments.map(([, author]) => author)).toEqual(['Layla Haddad', 'Tomas &quot;T&quot; Novak', 'Layla Haddad', 'Layla Haddad'])
  expect(comments[0]?.[2]).toContain('Diplomacy &gt; Talks (supports)')
  expect(comments[0]?.[2]).toContain('second &amp; &lt;third&gt;')
  expect(comments[0]?.[2]).toContain('Which minister?')
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  expect(value).toContain('<strong>talks</strong>')
  expect(value).toContain('قال المتحدث 😀 إن الحوار مستمر.')
})

test('spaCy: spans in code points give their words', async () => {
  const lines = new TextDecoder()
    .decode(await written(writeSpacy))
    .trim()
    .split('\n')
  const tasks = lines.map(
    (line) => JSON.parse(line) as { text: string; spans: { start: number; end: number; label: string; statement: string }[] },
  )
  expect(tasks.map(({ text }) => text)).toEqual(SAMPLE_DOCUMENTS.map(shown))
  const words = tasks.map(({ text, spans }) => spans.map(({ start, end, label }) => [[...text].slice(start, end).join(''), label]))
  const [first, second] = SAMPLE_DOCUMENTS.map(quotes)
  expect(words).toEqual([
    [
      [first?.[0], 'The Minister'],
      [first?.[0], 'Россия'],
      [first?.[0], 'Diplomacy > Talks'],
      [first?.[1], 'Diplomacy'],
    ],
    [[second?.[0], 'Россия']],
  ])
})

test('CAS JSON: structures refer to what is there, types are declared, offsets are those of Java', async () => {
  const files = Object.values(await unzipped(await written(writeCasJson))).map((text) => JSON.parse(text))
  expect(files).toHaveLength(2)
  for (const [i, cas] of files.entries()) {
    const structures = cas['%FEATURE_STRUCTURES'] as Record<string, unknown>[]
    const ids = new Set(structures.map((one) => one['%ID']))
    expect(ids.size).toBe(structures.length)
    expect(structures.every((one) => ['@sofa', '@statement'].every((key) => !(key in one) || ids.has(one[key])))).toBe(true)
    expect(cas['%VIEWS']._InitialView['%MEMBERS'].every((id: number) => ids.has(id))).toBe(true)
    const own = structures.filter((one) => String(one['%TYPE']).startsWith('interline.'))
    for (const one of own) {
      const features = Object.keys(cas['%TYPES'][String(one['%TYPE'])])
      const told = Object.keys(one).filter((key) => !key.startsWith('%') && !['@sofa', 'begin', 'end'].includes(key))
      expect(told.filter((key) => !features.includes(key.replace('@', '')))).toEqual([])
    }
    const text = String(structures[0]?.sofaString)
    const statements = own.filter((one) => one['%TYPE'] === 'interline.Statement')
    expect(statements.map(({ begin, end }) => text.slice(begin as number, end as number))).toEqual(quotes(SAMPLE_DOCUMENTS[i]!))
  }
})
