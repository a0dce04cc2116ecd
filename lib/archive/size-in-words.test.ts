import { expect, test } from 'vitest'
import { sizeInWords } from './size-in-words.ts'

test.each([
  [0, '1 kB'],
  [12_345, '12 kB'],
  [12_440_000, '12.4 MB'],
  [1_234_500_000, '1,234.5 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})
