import { expect, test } from 'vitest'
import { sentenceAt, widenRange } from './widen-range.ts'

const TEXT = 'The line rang. Nobody said who had called. It was Sunday.'
const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length]
const widened = (words: string) => {
  const range = widenRange(TEXT, ...at(words))
  return range && TEXT.slice(...range)
}

test.each([
  ['part of a word becomes the word', 'obod', 'Nobody'],
  ['parts of two words become both words', 'ody sai', 'Nobody said'],
  ['a word becomes its sentence', 'Nobody', 'Nobody said who had called.'],
  ['words of two sentences become both sentences', 'rang. Nobody', 'The line rang. Nobody said who had called.'],
  ['a sentence becomes the paragraph', 'Nobody said who had called.', TEXT],
  ['the paragraph stays', TEXT, null],
])('%s', (_name, words, expected) => {
  expect(widened(words)).toBe(expected)
})

test('Arabic and Russian words', () => {
  const russian = 'Линия звонила. Никто не ответил.'
  expect(russian.slice(...widenRange(russian, 2, 4)!)).toBe('Линия')
  const arabic = 'رنّ الخط. لم يجب أحد.'
  expect(arabic.slice(...widenRange(arabic, 6, 7)!)).toBe('الخط')
})

test.each([
  ['inside it', 20, 'Nobody said who had called.'],
  ['at its beginning', TEXT.indexOf('Nobody'), 'Nobody said who had called.'],
  ['after the last', TEXT.length, 'It was Sunday.'],
])('the sentence at a place: %s', (_name, place, expected) => {
  expect(TEXT.slice(...sentenceAt(TEXT, place))).toBe(expected)
})

test('an empty paragraph has an empty sentence', () => {
  expect(sentenceAt('', 0)).toEqual([0, 0])
})
