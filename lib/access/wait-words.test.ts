import { expect, test } from 'vitest'
import { waitWords } from './wait-words.ts'

test.each([
  [1, 'a minute'],
  [60, 'a minute'],
  [61, '2 minutes'],
  [900, '15 minutes'],
])('%d s', (seconds, words) => {
  expect(waitWords(seconds)).toBe(`Too many tries. Wait ${words}, then try again.`)
})
