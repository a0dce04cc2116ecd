import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { TextBlock } from '#/lib/text/block.ts'
import { cleanBlocks } from './clean-blocks.ts'
import { readHtml, readHtmlText } from './html.ts'

const read = (html: string) => readHtml(new TextEncoder().encode(html))
const outline = (blocks: readonly TextBlock[]) =>
  cleanBlocks(blocks).map(
    (block) =>
      `${block.type}${block.level ?? ''}${block.list ? ` ${block.list} ${block.indent}` : ''}: ${block.spans.map((span) => span.text).join('')}`,
  )

test('blocks, lists and white space', () => {
  const html = `<h2> A  title </h2>loose <i>text</i><p>One<br> two&nbsp;three <q>said</q></p>
    <ul><li>one<p>more</p><ol><li>deep</li></ol></li><li><p>two</p></li></ul><blockquote>Q</blockquote><pre>a  b\n c\n\nd</pre>`
  expect(outline(readHtmlText(html).blocks)).toEqual([
    'heading2: A title',
    'paragraph: loose text',
    'paragraph: One\u2028two\u00a0three “said”',
    'listItem bullet 0: one',
    'paragraph: more',
    'listItem ordered 1: deep',
    'listItem bullet 0: two',
    'quote: Q',
    'paragraph: a  b\u2028 c',
    'paragraph: d',
  ])
})

test('tables of facts are read row by row, tables that arrange a page as they come', () => {
  const facts = readHtmlText('<table><caption>C</caption><tr><th>Side<th>Base</tr><tr><td><p>US</p><td>Al <b>Udeid</b></tr></table>')
  expect(outline(facts.blocks)).toEqual(['paragraph: Side | Base', 'paragraph: US | Al Udeid'])
  expect(facts.notes).toEqual(['1 table was read row by row, with | between the cells.'])
  const layout = readHtmlText('<table><tr><td><h1>T</h1><p>One</p><td><p>Two</p></tr></table>')
  expect(outline(layout.blocks)).toEqual(['heading1: T', 'paragraph: One', 'paragraph: Two'])
  expect(layout.notes).toEqual([])
})

test('scripts, hidden parts, forms and frames are no text', () => {
  const html = `<p>One<script>alert(1)</script><style>p{}</style><span hidden>x</span><span style="display: none">y</span></p>
    <iframe srcdoc="<p>no</p>"></iframe><noscript>no</noscript><template>no</template><svg><text>no</text></svg><button>no</button>
    <p onclick="x()">Two <a href="javascript:alert(1)">three</a> <a href=" jAvAsCript:x">four</a></p>`
  const blocks = cleanBlocks(readHtmlText(html).blocks)
  expect(blocks).toEqual([
    { type: 'paragraph', spans: [{ text: 'One' }] },
    { type: 'paragraph', spans: [{ text: 'Two three four' }] },
  ])
})

const PAGE = `<!doctype html><html lang="en-GB"><head><title>The line | Meridian Wire</title>
  <meta property="og:site_name" content="Meridian Wire"><meta name="author" content="Jane Roe"><link rel="canonical" href="https://wire.example/2024/line">
  <meta property="article:published_time" content="2024-12-03T23:30:00+03:00"></head><body><header>Logo</header><nav><a href="/">Home</a></nav>
  <main><article><h1>The line</h1><p>It is open, says <a href="/hartley">the general</a>. ${'It has been open for nine years. '.repeat(5)}</p><img src="a.jpg"><aside>Read more</aside></article></main>
  <footer>Imprint</footer></body></html>`

test('of a page its main part is read, with what the page says about itself', () => {
  const source = read(PAGE)
  expect(source).toMatchObject({
    title: 'The line',
    outlet: 'Meridian Wire',
    author: 'Jane Roe',
    publishedOn: '2024-12-03',
    url: 'https://wire.example/2024/line',
    language: 'en-GB',
    notes: ['Menus and other parts around the text were left out.', '1 picture was left out.'],
  })
  const blocks = cleanBlocks(source.blocks)
  expect(blocks.map((block) => block.type)).toEqual(['heading', 'paragraph'])
  expect(blocks[1]?.spans[1]).toEqual({ text: 'the general', href: 'https://wire.example/hartley' })
})

test('schema.org data wins over tags', () => {
  const data = {
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: 'Headline',
        datePublished: '2024-12-04',
        author: [{ name: 'A' }, { name: 'B' }],
        publisher: { name: 'P' },
      },
    ],
  }
  const html = `<script type="application/ld+json">${JSON.stringify(data)}</script><script type="application/ld+json">{broken</script><meta name="author" content="C"><p>Text</p>`
  expect(read(html)).toMatchObject({ title: 'Headline', author: 'A, B', outlet: 'P', publishedOn: '2024-12-04' })
})

test('the declared encoding is honoured', () => {
  const source = readHtml(new Uint8Array(readFileSync('tests/fixtures/import/page-windows-1251.html')))
  expect(source).toMatchObject({ encoding: 'windows-1251', title: 'Линия', notes: [] })
  expect(outline(source.blocks)).toEqual(['heading1: Линия', 'paragraph: Да.'])
})

test('deep nesting and many elements are read, not refused', () => {
  expect(outline(readHtmlText(`${'<div>'.repeat(20_000)}deep`).blocks)).toEqual(['paragraph: deep'])
  expect(readHtmlText('<table><tr><td>'.repeat(2000)).blocks).toEqual([])
  expect(readHtmlText('<b>x</b> '.repeat(150_000)).blocks).toHaveLength(1)
})
