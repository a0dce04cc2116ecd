import { expect, test } from 'vitest'
import { lineJoiner } from './pdf-hyphens.ts'

test.each([
  ['a word cut at the line end', ['the adip-', 'iscing text'], [], 'the adipiscing text'],
  ['a word that stands elsewhere whole', ['in Octo-', 'ber'], ['October'], 'in October'],
  ['a compound that stands elsewhere with its hyphen', ['a well-', 'known rule'], ['the well-known one'], 'a well-known rule'],
  ['a compound of two words that stand elsewhere', ['the cease-', 'fire holds'], ['they cease', 'to fire'], 'the cease-fire holds'],
  ['a soft hyphen', ['the adip\u00ad', 'iscing'], [], 'the adipiscing'],
  ['a name', ['the US-', 'Russia line'], [], 'the US-Russia line'],
  ['a compound with a hyphen already', ['an on-the-', 'ground view'], [], 'an on-the-ground view'],
  ['numbers', ['in 2015-', '2024'], [], 'in 2015- 2024'],
  ['Russian', ['пере-', 'говоры'], ['переговоры'], 'переговоры'],
  ['Chinese', ['五角大楼', '发言人'], [], '五角大楼发言人'],
])('%s', (_, lines, elsewhere, joined) => {
  expect(lineJoiner([...lines, ...elsewhere])(lines)).toBe(joined)
})
