import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { blocksText, type TextBlock } from '#/lib/text/block.ts'
import { blockCode, blockKind, isBlockCode } from '#/lib/text/block-code.ts'
import { canonicalText, createTextDoc, readBlocks, TEXT_NAME } from '#/lib/text/flat.ts'
import { linkTarget } from '#/lib/text/link-target.ts'
import { rng } from '#/lib/text/testing/rng.ts'

function randomBlocks(seed: number): TextBlock[] {
  const random = rng(seed)
  const words = () => random.pick(['слово', 'كلمة', 'word', '😀', 'é', 'a\u2028b', ' ', 'x  y', '\t'])
  const kind = (): Omit<TextBlock, 'spans'> =>
    random.pick([
      { type: 'paragraph' },
      { type: 'heading', level: random.int(1, 6) },
      { type: 'quote' },
      { type: 'listItem', list: random.pick(['bullet', 'ordered']), indent: random.int(0, 8) },
    ])
  const formats = [
    {},
    { bold: true },
    { italic: true },
    { href: 'https://example.org/?q=a' },
    { bold: true, italic: true, href: 'mailto:a@b.c' },
  ] as const
  return Array.from({ length: random.int(1, 12) }, () => {
    const spans: TextBlock['spans'] = []
    let last = -1
    for (let k = random.int(0, 4); k > 0; k--) {
      const format = random.int(0, formats.length - 1)
      if (format !== last) spans.push({ text: words(), ...formats[format]! })
      last = format
    }
    return { ...kind(), spans }
  })
}

test('blocks come back from the text as they went in', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const blocks = randomBlocks(seed)
    const doc = createTextDoc(blocks)
    expect(readBlocks(doc.getText(TEXT_NAME)), `seed ${seed}`).toEqual(blocks)
    expect(canonicalText(doc.getText(TEXT_NAME)), `seed ${seed}`).toBe(blocksText(blocks))
    const loaded = new Y.Doc()
    Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc))
    expect(readBlocks(loaded.getText(TEXT_NAME)), `seed ${seed}, loaded`).toEqual(blocks)
  }
})

test('a document without blocks is one empty paragraph', () => {
  const text = createTextDoc([]).getText(TEXT_NAME)
  expect(text.toString()).toBe('\n')
  expect(canonicalText(text)).toBe('')
  expect(readBlocks(text)).toEqual([{ type: 'paragraph', spans: [] }])
})

test('plain text is one run of ids, so that anchors in imported text are one triple', () => {
  const doc = createTextDoc(Array.from({ length: 50 }, (_, i) => ({ type: 'paragraph', spans: [{ text: `paragraph ${i}` }] })))
  expect(doc.getText(TEXT_NAME)._start!.right).toBeNull()
})

test('what no text may hold is replaced on the way in', () => {
  const doc = createTextDoc([{ type: 'paragraph', spans: [{ text: 'a\r\nb\nc\0d\ud83d e', href: 'javascript:alert(1)' }] }])
  expect(readBlocks(doc.getText(TEXT_NAME))).toEqual([{ type: 'paragraph', spans: [{ text: 'a\u2028b\u2028c\ufffdd\ufffd e' }] }])
})

test('formats and codes nobody knows are left out when reading', () => {
  const doc = createTextDoc([{ type: 'paragraph', spans: [{ text: 'words' }] }])
  const text = doc.getText(TEXT_NAME)
  text.format(0, 1, { b: 'h9' })
  text.format(1, 2, { bold: 'very', link: 'javascript:alert(1)', color: 'red', b: 'h1' })
  text.insertEmbed(3, { image: 'x' })
  expect(readBlocks(text)).toEqual([{ type: 'paragraph', spans: [{ text: 'words' }] }])
})

test('words before the first paragraph mark of a broken text are still read', () => {
  const doc = new Y.Doc()
  doc.getText(TEXT_NAME).insert(0, 'lost\nfound')
  expect(readBlocks(doc.getText(TEXT_NAME)).map((block) => block.spans[0]?.text)).toEqual(['lost', 'found'])
  expect(canonicalText(doc.getText(TEXT_NAME))).toBe('lost\nfound')
})

test.each<[Omit<TextBlock, 'spans'>, string | null]>([
  [{ type: 'paragraph' }, null],
  [{ type: 'heading', level: 3 }, 'h3'],
  [{ type: 'heading' }, 'h1'],
  [{ type: 'heading', level: 9 }, 'h6'],
  [{ type: 'quote' }, 'q'],
  [{ type: 'listItem', list: 'ordered', indent: 2 }, 'ol2'],
  [{ type: 'listItem', indent: 99 }, 'ul8'],
  [{ type: 'listItem', list: 'bullet', indent: Number.NaN }, 'ul0'],
])('%j is stored as %s', (kind, code) => {
  expect(blockCode(kind)).toBe(code)
  expect(isBlockCode(code)).toBe(true)
  expect(blockCode(blockKind(code))).toBe(code)
})

test.each(['h0', 'h7', 'ul9', 'ol-1', 'constructor', '', 'p', 5, {}, undefined])('%j is no code of a block', (code) => {
  expect(isBlockCode(code)).toBe(false)
  expect(blockKind(code)).toEqual({ type: 'paragraph' })
})

test.each<[unknown, string | null]>([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  [' http://example.org ', 'http://example.org'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['HTTPS://EXAMPLE.ORG', 'HTTPS://EXAMPLE.ORG'],
  ['https://пример.рф/страница', 'https://пример.рф/страница'],
  ['javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['\u0001javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['/relative', null],
  ['example.org', null],
  ['', null],
  [null, null],
  [`https://example.org/${'x'.repeat(2100)}`, null],
])('link target %j', (value, target) => {
  expect(linkTarget(value)).toBe(target)
})
