import { expect, test } from 'vitest'
import { countWords } from './count-words.ts'

test.each([
  ['', 0],
  ['  \n ', 0],
  ['The Pentagon said so.', 4],
  ["They don't use S-300 systems, 3.5 km away", 8],
  ['Пентагон сообщил об этом', 4],
  ['قال البنتاغون ذلك', 3],
  ['one\u2028two\nthree — four', 4],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test('Chinese is counted in words, not in sentences', () => {
  expect(countWords('我们今天去北京')).toBeGreaterThan(2)
})
