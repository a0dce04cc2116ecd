import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanBlocks } from '#/lib/format/import/clean-blocks.ts'
import { blocksText } from '#/lib/text/block.ts'
import { placedHtml } from './placed-html.ts'
import { placedLines } from './placed-text.ts'

const PIECES = [
  'talks',
  'линия',
  '😀',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\ufeff',
  '\u0000',
  '\u2028',
  '\u0085',
  '\f',
  'x.',
  'مُ',
  '\ud800',
]

test('whatever a text is made of, words stand here where they stood there, and the blocks are clean', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), fc.nat(), fc.nat(), (pieces, a, b) => {
      const source = pieces.join('')
      const { blocks, rangeOf } = placedLines(source)
      expect(cleanBlocks(blocks)).toEqual(blocks)
      const text = blocksText(blocks)
      const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [number, number]
      const range = rangeOf(start, end)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no text keeps them
      const words = (one: string) => one.toWellFormed().replace(/[\s\u0000\u2028\ufeff\u0085]+/g, '')
      if (range) expect(words(text.slice(range.start, range.end))).toBe(words(source.slice(start, end)))
      else expect(words(source.slice(start, end))).toBe('')
    }),
    { numRuns: 2000 },
  )
})

test('a page keeps its headings, lists and marks, and what is hidden counts in its offsets', () => {
  const html = '<h2>Top</h2><p>one <b>two</b><script>x()</script> three</p><ol><li>first<ul><li>below</li></ul></li></ol><pre>a\n  b</pre>'
  const { blocks, source, rangeOf } = placedHtml(html)
  expect(
    blocks.map(({ type, level, list, indent, spans }) => [
      type,
      level ?? list ?? '',
      indent ?? '',
      spans.map(({ text }) => text).join('|'),
    ]),
  ).toEqual([
    ['heading', 2, '', 'Top'],
    ['paragraph', '', '', 'one |two| three'],
    ['listItem', 'ordered', 0, 'first'],
    ['listItem', 'bullet', 1, 'below'],
    ['paragraph', '', '', 'a\u2028  b'],
  ])
  const at = source.indexOf('three')
  const range = rangeOf(at, at + 5)
  expect(range && blocksText(blocks).slice(range.start, range.end)).toBe('three')
})
