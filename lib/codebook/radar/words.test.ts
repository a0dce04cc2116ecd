import { expect, test } from 'vitest'
import { wordsOf } from './words.ts'

const words = (text: string) =>
  wordsOf(text)
    .map(({ text, link }) => `${link === 'apart' ? '|' : link === 'space' ? ' ' : link === 'hyphen' ? '-' : ''}${text}`)
    .join('')

test.each([
  ['', ''],
  ['The U.S. said', '|The U.S. said'],
  ['J.Smith', '|J Smith'],
  ['don’t, O’Brien’s', '|don’t|O’Brien’s'],
  ['al-Sham', '|al-Sham'],
  ['north – south', '|north|south'],
  ['“Talibán”', '|Talibán'],
  ['a\nb', '|a|b'],
  ['a\u2028b', '|a b'],
  ['美国 x', '|美国 x'],
  ['الشَّام', '|الشَّام'],
  ['end. New', '|end New'],
  ['sentence. New', '|sentence|New'],
  ['😀Russia🇷🇺', '|Russia'],
  ['𞤀𞤣𞤤', '|𞤀𞤣𞤤'],
  ['\ud800', ''],
])('%j', (text, expected) => {
  expect(words(text)).toBe(expected)
})
