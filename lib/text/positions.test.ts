// @vitest-environment jsdom
import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import type { TextBlock } from '#/lib/text/block.ts'
import { editorExtensions } from '#/lib/text/editor-schema.ts'
import { createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { allBlocks, blocksBetween, flatSize, toFlat, toPos } from '#/lib/text/positions.ts'
import { textToDoc } from '#/lib/text/text-to-doc.ts'

const schema = getSchema(editorExtensions())

function docOf(texts: string[], size: number) {
  const blocks = texts.map((text): TextBlock => ({ type: 'paragraph', spans: text === '' ? [] : [{ text }] }))
  const text = createTextDoc(blocks).getText(TEXT_NAME)
  return { text, doc: textToDoc(text, schema, size) }
}

const TEXTS = ['one', '', 'three\u2028lines', 'x', '', '', 'end']

test.each([1, 2, 3, 50])('every index of the flat text has its position and back, in sections of %i', (size) => {
  const { text, doc } = docOf(TEXTS, size)
  const flat = text.toString()
  expect(flatSize(doc)).toBe(text.length)
  for (let index = 1; index <= flat.length; index++) {
    const pos = toPos(doc, index)
    expect(doc.resolve(pos).parent.isTextblock, `index ${index}`).toBe(true)
    expect(toFlat(doc, pos), `index ${index}`).toBe(index)
    if (flat[index] !== undefined && flat[index] !== '\n') expect(doc.textBetween(pos, pos + 1, '', '\u2028')).toBe(flat[index])
  }
  expect(toPos(doc, 0)).toBe(0)
})

test.each([1, 3, 50])('every position has an index, ascending, in sections of %i', (size) => {
  const { doc } = docOf(TEXTS, size)
  let last = 0
  for (let pos = 0; pos <= doc.content.size; pos++) {
    const flat = toFlat(doc, pos)
    expect(flat).toBeGreaterThanOrEqual(last)
    last = flat
  }
  expect(last).toBe(flatSize(doc))
})

test('between two blocks stands the opener of the second, whatever section it is in', () => {
  const { doc } = docOf(['ab', 'cd', 'ef'], 2)
  for (const { pos, flat } of allBlocks(doc)) {
    expect(toFlat(doc, pos)).toBe(flat)
    expect(toFlat(doc, pos + 1)).toBe(flat + 1)
  }
})

test('blocks of a range begin with the one that holds its start', () => {
  const { doc } = docOf(['ab', 'cd', 'ef', 'gh'], 2)
  const words = (from: number, to: number) => [...blocksBetween(doc, from, to, 'flat')].map(({ node }) => node.textContent)
  expect(words(1, 2)).toEqual(['ab'])
  expect(words(4, 7)).toEqual(['cd', 'ef'])
  expect(words(5, 100)).toEqual(['cd', 'ef', 'gh'])
})
