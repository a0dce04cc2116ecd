import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { editorExtensions } from '#/lib/text/editor-schema.ts'
import { createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { textToDoc } from '#/lib/text/text-to-doc.ts'
import { capturePassage } from './canonical-range.ts'

const SCHEMA = getSchema(editorExtensions())

/** Captures what lies between two editor positions of a text with these paragraphs. */
function capture(paragraphs: string[], from: number, to: number) {
  const text = createTextDoc(paragraphs.map((words) => ({ type: 'paragraph', spans: [{ text: words }] }))).getText(TEXT_NAME)
  const doc = textToDoc(text, SCHEMA)
  const captured = capturePassage(doc, text, { from, to })
  return captured && { ...captured, words: doc.textBetween(captured.range.from, captured.range.to, '\n') }
}

// doc > section > paragraph: the first letter stands at position 2.
test('the words between two positions', () => {
  const captured = capture(['The line rang.'], 6, 10)
  expect(captured?.words).toBe('line')
  expect(captured?.quote).toEqual({ exact: 'line', prefix: 'The ', suffix: ' rang.' })
  expect(captured?.runs.reduce((sum, [, , length]) => sum + length, 0)).toBe(4)
})

test('blanks at both ends are left out', () => {
  expect(capture(['The line rang.'], 5, 11)?.words).toBe('line')
})

test('nothing but blanks is no passage', () => {
  expect(capture(['a   b'], 3, 6)).toBeNull()
  expect(capture([''], 2, 2)).toBeNull()
})

test('a passage over two paragraphs keeps the break between them', () => {
  const captured = capture(['One two', 'three four'], 6, 16)
  expect(captured?.quote.exact).toBe('two\nthree')
  expect(captured?.words).toBe('two\nthree')
})

test('a letter with its accents and a family emoji are never cut', () => {
  const family = '👩‍👩‍👧'
  expect(capture([`a ${family} b`], 5, 6)?.words).toBe(family)
  expect(capture(['cafe\u0301 noir'], 2, 6)?.words).toBe('cafe\u0301')
})
