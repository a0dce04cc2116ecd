import { expect, test } from 'vitest'
import { wordsAround } from './words-around.ts'

const around = (text: string, words: string, most: number) => {
  const start = text.indexOf(words)
  return wordsAround(text, start, start + words.length, most)
}

test('whole words within the paragraph, with an ellipsis where more stands', () => {
  expect(around('Before.\nThe line with Russia is open\nAfter.', 'Russia', 90)).toEqual({ before: 'The line with ', after: ' is open' })
  expect(around('The line with Russia is open again', 'Russia', 8)).toEqual({ before: '…with ', after: ' is…' })
  expect(around('Russia', 'Russia', 8)).toEqual({ before: '', after: '' })
})

test('never half a character', () => {
  const { before, after } = around('😀😀😀Russia😀😀😀', 'Russia', 3)
  expect([before.isWellFormed(), after.isWellFormed()]).toEqual([true, true])
})
