import { expect, test } from 'vitest'
import type { TextBlock } from '#/lib/text/block.ts'
import { cleanBlocks } from './clean-blocks.ts'
import { readMarkdown } from './markdown.ts'

const read = (markdown: string) => readMarkdown(new TextEncoder().encode(markdown))
const blocks = (markdown: string) => cleanBlocks(read(markdown).blocks)
/** "type level|list+indent: text" of each block. */
const outline = (markdown: string) => blocks(markdown).map((block) => `${kind(block)}: ${block.spans.map((span) => span.text).join('')}`)
const kind = (block: TextBlock) => `${block.type}${block.level ?? ''}${block.list ? ` ${block.list} ${block.indent}` : ''}`

test('headings, quotes, nested lists, code', () => {
  expect(
    outline(`Title
=====

Some text
on two lines  
and a break.

## Part

> One
>
> Two

1. first

   more of it
2. second
   - deep
   - [x] done

\`\`\`
a  b
c
\`\`\`
`),
  ).toEqual([
    'heading1: Title',
    'paragraph: Some text on two lines\u2028and a break.',
    'heading2: Part',
    'quote: One',
    'quote: Two',
    'listItem ordered 0: first',
    'paragraph: more of it',
    'listItem ordered 0: second',
    'listItem bullet 1: deep',
    'listItem bullet 1: ☑ done',
    'paragraph: a  b\u2028c',
  ])
})

test('bold, italic and links, also by reference; only safe ones', () => {
  expect(blocks('**a *b*** [c](https://a.example/) [d](javascript:x) [e]\n\n[e]: https://b.example/')[0]?.spans).toEqual([
    { text: 'a ', bold: true },
    { text: 'b', bold: true, italic: true },
    { text: ' ' },
    { text: 'c', href: 'https://a.example/' },
    { text: ' d ' },
    { text: 'e', href: 'https://b.example/' },
  ])
})

test('footnotes are numbered as they are used and stand last; tables and pictures are named', () => {
  const markdown = 'One[^x] two[^a] ![p](p.png)\n\n[^x]: The first.\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n[^a]: The second.\n'
  expect(outline(markdown)).toEqual([
    'paragraph: One[1] two[2]',
    'paragraph: a | b',
    'paragraph: 1 | 2',
    'paragraph: [1] The first.',
    'paragraph: [2] The second.',
  ])
  expect(read(markdown).notes).toEqual(['1 picture was left out.', '1 table was read row by row, with | between the cells.'])
})

test('HTML inside is read as such, tags in a line are dropped', () => {
  expect(outline('a <b>b</b><br>c\n\n<div><p>One</p><script>alert(1)</script><p>Two</p></div>\n')).toEqual([
    'paragraph: a b\u2028c',
    'paragraph: One',
    'paragraph: Two',
  ])
})

test('front matter becomes metadata; a rule at the top does not', () => {
  const source = read('---\ntitle: "The line"\nauthor: [Jane Roe]\ndate: 2024-12-03\nurl: https://a.example/x\nlang: en\n---\nText.\n')
  expect(source).toMatchObject({
    title: 'The line',
    author: 'Jane Roe',
    publishedOn: '2024-12-03',
    url: 'https://a.example/x',
    language: 'en',
  })
  expect(cleanBlocks(source.blocks)).toHaveLength(1)
  expect(outline('---\n\nOne\n\n---\n\nTwo\n')).toEqual(['paragraph: One', 'paragraph: Two'])
})
