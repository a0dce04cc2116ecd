import { expect, test } from 'vitest'
import { boundaryFrom } from './boundary-from.ts'

test.each([
  ['a letter on', 'abc', 1, 1, 'grapheme', 2],
  ['a letter back', 'abc', 1, -1, 'grapheme', 0],
  ['a letter with its accent is one', 'e\u0301x', 0, 1, 'grapheme', 2],
  ['a family is one', '👩‍👩‍👧x', 8, -1, 'grapheme', 0],
  ['to the end of the word', 'one two', 1, 1, 'word', 3],
  ['to the start of the next word', 'one two', 3, 1, 'word', 4],
  ['to the start of the word', 'one two', 6, -1, 'word', 4],
  ['to the end of the word before', 'one two', 4, -1, 'word', 3],
  ['not beyond the end', 'abc', 3, 1, 'grapheme', 3],
  ['not before the start', 'abc', 0, -1, 'word', 0],
] as const)('%s', (_name, text, at, by, unit, expected) => {
  expect(boundaryFrom(text, at, by, unit)).toBe(expected)
})

test('far into a long text only the surroundings are looked at, with the same answer', () => {
  const text = 'word '.repeat(5_000)
  expect(boundaryFrom(text, 20_001, 1, 'word')).toBe(20_004)
  expect(boundaryFrom(text, 20_001, -1, 'word')).toBe(20_000)
})
