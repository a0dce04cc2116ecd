// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TextBlock } from '#/lib/text/block.ts'
import { flattenHtml, htmlBlocks } from '#/lib/text/flatten-html.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../tests/fixtures/paste', `${name}.html`), 'utf8')

/** A block on one line: its kind, then its words with **bold**, _italic_ and [links](to). */
function line({ type, level, list, indent, spans }: TextBlock): string {
  const words = spans.map(({ text, bold, italic, href }) => {
    const inner = `${bold ? '**' : ''}${italic ? '_' : ''}${text}${italic ? '_' : ''}${bold ? '**' : ''}`
    return href ? `[${inner}](${href})` : inner
  })
  const kind = type === 'listItem' ? `${list} ${indent}` : [type, level].filter(Boolean).join(' ')
  return `${kind}: ${words.join('')}`
}

/** What an editor makes of pasted HTML. */
function lines(html: string): string[] {
  const flat = new DOMParser().parseFromString(flattenHtml(html), 'text/html')
  return htmlBlocks(flat.body, true).map(line)
}

test('Word: formats, lists and footnotes stay; comments, deleted and hidden words go', () => {
  expect(lines(fixture('word'))).toEqual([
    'heading 1: Weekly note',
    'paragraph: The **Pentagon** said on _Monday_ that the [line with ](https://www.example.org/line)[Россией](https://www.example.org/line) stays open.[1] It is tested daily.',
    'bullet 0: Who calls',
    'ordered 1: American officers',
    'bullet 0: Who answers',
    'paragraph: Calls',
    'paragraph: 41',
    'paragraph: Line one\u2028line two',
    'paragraph: [1] Briefing of 2 December.',
  ])
})

test('Google Docs: styles are formats, its wrapper is none', () => {
  expect(lines(fixture('google-docs'))).toEqual([
    'heading 2: Weekly note',
    'paragraph: The **Pentagon** said on _Monday_  that the [line](https://www.example.org/line) stays open.',
    'bullet 0: Who calls',
    'ordered 1: American officers',
    'bullet 0: Who answers',
    'paragraph: Calls',
    'paragraph: 41',
    'paragraph: الخطّ مفتوح\u2028**_دائماً_**',
  ])
})

test('the web: words that can be seen, and nothing that runs', () => {
  expect(lines(fixture('web'))).toEqual([
    'heading 2: Weekly note',
    'paragraph: A phone.',
    'paragraph: The **Pentagon** said on _Monday_ that the [line](https://www.example.org/line?a=1&b=2) stays open2. Share this story',
    'bullet 0: Who calls',
    'ordered 1: American officers',
    'ordered 1: by turns',
    'bullet 0: Who answers',
    'quote: It was written for pilots.',
    'paragraph: Calls',
    'paragraph: Year',
    'paragraph: 41',
    'paragraph: 2017\u20282018',
    'paragraph: ring\u2028  ring',
  ])
})

test.each(['word', 'google-docs', 'web'])('%s: nothing but words, blocks and formats reaches the editor', (name) => {
  const flat = new DOMParser().parseFromString(flattenHtml(fixture(name)), 'text/html')
  const tags = new Set([...flat.body.querySelectorAll('*')].map(({ localName }) => localName))
  for (const tag of tags) expect(['h1', 'h2', 'p', 'blockquote', 'strong', 'em', 'a', 'br']).toContain(tag)
  const attributes = new Set([...flat.body.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()))
  for (const attribute of attributes) expect(['href', 'data-list', 'data-indent', 'data-pm-slice']).toContain(attribute)
  for (const link of flat.querySelectorAll('a')) expect(link.href).toMatch(/^https:/)
})

test.each([
  ['<b>bold <span style="font-weight:normal">not</span> bold</b>', 'paragraph: **bold **not** bold**'],
  ['<i>a<em style="font-style:normal">b</em></i>', 'paragraph: _a_b'],
  ['<strong><h3>a</h3></strong>', 'heading 3: **a**'],
  ['<div style="white-space: pre-wrap">a\n  b</div>', 'paragraph: a\u2028  b'],
  ['<pre style="white-space:normal">a\n  b</pre>', 'paragraph: a b'],
  ['<a href="https://a.example/"><b>x</b></a>', 'paragraph: [**x**](https://a.example/)'],
  ['<ul><li><h2>a</h2></li></ul>', 'heading 2: a'],
  ['<p>a</p><p>&nbsp;</p><p>b</p>', 'paragraph: a|paragraph: b'],
])('%s', (html, expected) => {
  expect(lines(html).join('|')).toBe(expected)
})
