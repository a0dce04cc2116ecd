import { expect, test } from 'vitest'
import { textParagraphs } from './txt-paragraphs.ts'

test('blank lines part paragraphs', () => {
  expect(textParagraphs('Title\n\nOne long sentence.\n\n\nTwo.\n')).toEqual(['Title', 'One long sentence.', 'Two.'])
})

test('without blank lines every line is a paragraph', () => {
  const lines = ['A headline about the hotline', 'The first paragraph is a whole one. '.repeat(5).trim(), 'The second is short.']
  expect(textParagraphs(lines.join('\n'))).toEqual(lines)
})

const WRAPPED = `The deconfliction line between the United States and Russia was opened
in October 2015, and through nine years of war it has had one purpose:
to keep the pilots of two nuclear powers apart.

Both sides call the other before their aircraft enter the same air-
space, and US-
Russia talks go on.`

test('lines wrapped at a fixed width are joined; a hyphen at their end stays', () => {
  expect(textParagraphs(WRAPPED)).toEqual([
    'The deconfliction line between the United States and Russia was opened in October 2015, and through nine years of war it has had one purpose: to keep the pilots of two nuclear powers apart.',
    'Both sides call the other before their aircraft enter the same air-space, and US-Russia talks go on.',
  ])
})

test('wrapped paragraphs may begin with an indent instead of a blank line', () => {
  const text = `   The deconfliction line between the United States and Russia was opened
in October 2015, and through nine years of war it has had one purpose
and no other.
   Both sides call the other before their aircraft enter the same airspace
over the Euphrates.`
  expect(textParagraphs(text)).toHaveLength(2)
})

test('lists and verses keep their lines', () => {
  const list = ['- the line is open', '- the line was used', '- nobody says by whom']
  expect(textParagraphs(list.join('\n'))).toEqual(list)
  expect(textParagraphs(`${WRAPPED}\n\n1. first\n2. second`).slice(-2)).toEqual(['1. first', '2. second'])
})

test('words are never lost', () => {
  const words = (text: string) => text.replace(/\s+/g, '')
  for (const text of [WRAPPED, `${WRAPPED}\n\f\n${WRAPPED}`, 'a\nb\n\nc'])
    expect(words(textParagraphs(text).join(''))).toBe(words(text.replace('\f', '')))
})
