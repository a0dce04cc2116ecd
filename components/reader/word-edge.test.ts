import { expect, test } from 'vitest'
import { wordEdge } from './word-edge.ts'

test.each([
  ['the start of a word near its beginning', 'one three five', 5, 'start', 4],
  ['the start of the next word near its end', 'one three five', 9, 'start', 10],
  ['the end of a word near its end', 'one three five', 7, 'end', 9],
  ['the end of the word before, near its beginning', 'one three five', 5, 'end', 3],
  ['a place between blanks', 'one    two', 4, 'end', 3],
  ['nothing but blanks', '     ', 2, 'start', 2],
  ['a word that is cut by no accent', 'un cafe\u0301 noir', 7, 'end', 8],
  ['Arabic', 'رنّ الخط اليوم', 6, 'start', 4],
  ['Chinese, which has no blanks', '他们来了', 1, 'end', 2],
] as const)('%s', (_name, text, at, side, expected) => {
  expect(wordEdge(text, at, side)).toBe(expected)
})

test('far into a long text only the surroundings are looked at', () => {
  expect(wordEdge('word '.repeat(5_000), 20_001, 'end')).toBe(19_999)
})
