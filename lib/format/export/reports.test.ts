import mammoth from 'mammoth'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { afterEach, expect, test } from 'vitest'
import { speakThrough } from '#/lib/message/spoken.ts'
import arabic from '#/messages/ar.json' with { type: 'json' }
import { collectBytes, eventually } from '#/tests/support/collect.ts'
import { EXPORT_CONTEXT } from '#/tests/support/export-context.ts'
import { makeExcerpt } from '#/tests/support/make-excerpt.ts'
import { SAMPLE_EXCERPTS } from '#/tests/support/sample-excerpts.ts'
import { writeDocxReport } from './docx-report.ts'
import type { ExportWriter } from './format.ts'
import { writeHtmlReport } from './html-report.ts'
import { writeMarkdown } from './markdown.ts'

afterEach(() => speakThrough(() => ({ language: 'en', messages: null })))

const EVIL = makeExcerpt('<script>alert(1)</script> & *stars* [x](y)', '<script>alert(1)</script> & *stars* [x](y)', {
  annotationId: '0195a000-0000-7000-8000-000000000009',
  memo: '# no heading\n1. no list',
  document: {
    ...SAMPLE_EXCERPTS[0]!.document,
    id: '0195a000-0000-7000-8000-0000000000de',
    title: '</title><img src=x>',
    url: 'javascript:alert(1)',
  },
})

async function written(write: ExportWriter, ...batches: (typeof SAMPLE_EXCERPTS)[]): Promise<Uint8Array> {
  return collectBytes(write(eventually(...batches), EXPORT_CONTEXT))
}

const text = async (write: ExportWriter, ...batches: (typeof SAMPLE_EXCERPTS)[]) =>
  new TextDecoder().decode(await written(write, ...batches))

test('Markdown: a heading per document, the quote as a quotation, what is said of it, a link', async () => {
  const report = await text(writeMarkdown, SAMPLE_EXCERPTS.slice(0, 1), SAMPLE_EXCERPTS.slice(1))
  expect(report).toMatch(/^# Excerpts of Syria desk\n\n2026-11-22, codebook version 7, \[query\]\(<https:[^>]+stance=supports>\)\n/)
  expect(report).toContain('> said “the line is open, always”  \n> and\n')
  expect(report).toContain(
    '- Source: Russian MoD\n- Recipient: Smith; Jones \\& Co "Ltd"\n- Themes: Deconfliction \\> Hotline (supports)\n',
  )
  expect(report).toContain('- Event: planned, probable, 2017-03-14/2017-03\\~, Hmeimim, "Latakia" 35.4, -0.5 (near)\n')
  expect(report).toContain('- When tagged: said “the line is open”\n')
  expect(report.match(/^## /gm)).toHaveLength(3)
})

test('Markdown: nothing of a text becomes a mark', async () => {
  const report = await text(writeMarkdown, [EVIL])
  expect(report).toContain('> \\<script\\>alert(1)\\</script\\> \\& \\*stars\\* \\[x\\](y)\n')
  expect(report).toContain('- Memo: \\# no heading  \n  1\\. no list\n')
  expect(report).not.toContain('javascript:')
})

test('HTML: one file, nothing from elsewhere, no script can run, texts are texts', async () => {
  const page = parse(await text(writeHtmlReport, [EVIL], SAMPLE_EXCERPTS))
  const elements = [...all(page)]
  const named = (name: string) => elements.filter((element) => element.tagName === name)
  expect([...named('script'), ...named('img'), ...named('link')]).toEqual([])
  expect(named('meta').map((element) => attribute(element, 'content'))).toContain("default-src 'none'; style-src 'unsafe-inline'")
  expect(named('a').every((element) => attribute(element, 'href')?.startsWith('https://'))).toBe(true)
  expect(named('mark').map(words)).toEqual([EVIL, ...SAMPLE_EXCERPTS].map(({ quote }) => quote.replaceAll('\u2028', '')))
  expect(named('section')).toHaveLength(4)
  const arabic = named('blockquote').filter((element) => attribute(element, 'lang') === 'ar')
  expect(arabic.map((element) => attribute(element, 'dir'))).toEqual(['rtl'])
})

test('DOCX: Word opens it, with the same words', async () => {
  const bytes = await written(writeDocxReport, SAMPLE_EXCERPTS.slice(0, 2), [...SAMPLE_EXCERPTS.slice(2), EVIL])
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  expect(value).toContain('said “the line is open, always”<br />and')
  expect(value).toContain('واشنطن لا تستجيب للإحداثيات 😀')
  expect(value).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(value.match(/<h1>/g)).toHaveLength(4)
})

test('a report is in the language of who takes it out, its passages in theirs', async () => {
  speakThrough(() => ({ language: 'ar', messages: arabic }))
  const page = parse(await text(writeHtmlReport, SAMPLE_EXCERPTS))
  const elements = [...all(page)]
  const root = elements.find((element) => element.tagName === 'html')!
  expect([attribute(root, 'lang'), attribute(root, 'dir')]).toEqual(['ar', 'rtl'])
  const names = new Set(elements.filter((element) => element.tagName === 'dt').map(words))
  expect(names).toContain(arabic.Themes)
  expect([...names].filter((name) => /[a-z]/i.test(name))).toEqual([])
  expect(await text(writeMarkdown, SAMPLE_EXCERPTS)).toContain(`- ${arabic.Themes}: Deconfliction`)
})

test('no excerpts: a report that says so by being empty', async () => {
  expect(parse(await text(writeHtmlReport))).toBeTruthy()
  expect(await text(writeHtmlReport)).toContain('0 excerpts')
  expect(await text(writeMarkdown)).toMatch(/^# Excerpts of Syria desk/)
})

function* all(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if ('tagName' in child) yield child
    if ('childNodes' in child) yield* all(child)
  }
}

const attribute = (element: Tree.Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value

function words(node: Tree.ParentNode): string {
  return node.childNodes.map((child) => ('value' in child ? child.value : 'childNodes' in child ? words(child) : '')).join('')
}
