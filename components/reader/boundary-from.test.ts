import { expect, test } from 'vitest'
import { boundaryFrom } from './boundary-from.ts'

test.each([
  ['a letter on', 'abc', 'end', 1, 1, 'grapheme', 2],
  ['a letter back', 'abc', 'end', 1, -1, 'grapheme', 0],
  ['a letter with its accent is one', 'e\u0301x', 'end', 0, 1, 'grapheme', 2],
  ['a family is one', '👩‍👩‍👧x', 'start', 8, -1, 'grapheme', 0],
  ['the end to the end of its word', 'one two', 'end', 1, 1, 'word', 3],
  ['the end to the end of the next word', 'one two', 'end', 3, 1, 'word', 7],
  ['the end to the end of the word before', 'one two', 'end', 7, -1, 'word', 3],
  ['the start to the start of its word', 'one two', 'start', 6, -1, 'word', 4],
  ['the start to the start of the word before', 'one two', 'start', 4, -1, 'word', 0],
  ['the start to the start of the next word', 'one two', 'start', 0, 1, 'word', 4],
  ['the last sign of a sentence is a step of its own', 'one.', 'end', 3, 1, 'word', 4],
  ['not beyond the end', 'abc', 'end', 3, 1, 'grapheme', 3],
  ['not before the start', 'abc', 'start', 0, -1, 'word', 0],
] as const)('%s', (_name, text, end, at, by, unit, expected) => {
  expect(boundaryFrom(text, end, at, by, unit)).toBe(expected)
})

test('far into a long text only the surroundings are looked at, with the same answer', () => {
  const text = 'word '.repeat(5_000)
  expect(boundaryFrom(text, 'end', 20_001, 1, 'word')).toBe(20_004)
  expect(boundaryFrom(text, 'start', 20_001, -1, 'word')).toBe(20_000)
})
