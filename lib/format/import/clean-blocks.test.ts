import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksText, type TextBlock } from '#/lib/text/block.ts'
import { canonicalText, createTextDoc, readBlocks, TEXT_NAME } from '#/lib/text/flat.ts'
import { cleanBlocks } from './clean-blocks.ts'

const block = (...texts: string[]): TextBlock => ({ type: 'paragraph', spans: texts.map((text) => ({ text })) })

test('what the flat text cannot hold is gone, the rest stays letter for letter', () => {
  const decomposed = 'e\u0301'
  expect(cleanBlocks([block('\ufeff one\u0000\u000b\r\ntwo\ud800', ` ${decomposed}\u2028 `)])).toEqual([
    block(`one\u2028two\ufffd ${decomposed}`),
  ])
})

test('only web and mail links stay', () => {
  const spans = [
    'https://a.example/',
    'mailto:a@b.example',
    'javascript:alert(1)',
    ' JaVaScript:x',
    'file:///etc/passwd',
    'data:text/html,x',
    '/relative',
  ]
  const [cleaned] = cleanBlocks([{ type: 'paragraph', spans: spans.map((href, i) => ({ text: String(i), href })) }])
  expect(cleaned?.spans.flatMap((span) => span.href ?? [])).toEqual(['https://a.example/', 'mailto:a@b.example'])
  expect(cleaned?.spans.map((span) => span.text).join('')).toBe('0123456')
})

test('levels and depths come into range, empty blocks go', () => {
  const blocks: TextBlock[] = [
    { type: 'heading', level: 9, spans: [{ text: 'a' }] },
    { type: 'listItem', indent: 40, spans: [{ text: 'b' }] },
    block(' ', '\u2028'),
  ]
  expect(cleanBlocks(blocks)).toEqual([
    { type: 'heading', level: 6, spans: [{ text: 'a' }] },
    { type: 'listItem', list: 'bullet', indent: 8, spans: [{ text: 'b' }] },
  ])
})

test('clean blocks are what the live text gives back', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('\n', '\r', '\0', '\ud83d', '\ude00', '\u2028', '\u2029', ' ', 'a'),
    ),
  })
  const span = fc.record({
    text,
    bold: fc.constantFrom(true as const, undefined),
    href: fc.constantFrom('https://a.example/x', 'javascript:x', undefined),
  })
  const arbitrary = fc.array(
    fc.record({
      type: fc.constantFrom('paragraph' as const, 'heading' as const, 'quote' as const, 'listItem' as const),
      spans: fc.array(span, { maxLength: 4 }),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(arbitrary, (blocks) => {
      const clean = cleanBlocks(blocks as TextBlock[])
      expect(cleanBlocks(clean)).toEqual(clean)
      const live = createTextDoc(clean).getText(TEXT_NAME)
      if (clean.length > 0) expect(canonicalText(live)).toBe(blocksText(clean))
      if (clean.length > 0) expect(readBlocks(live)).toEqual(clean)
    }),
  )
})
