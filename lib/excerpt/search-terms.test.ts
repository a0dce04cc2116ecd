import { expect, test } from 'vitest'
import { searchTerms } from '#/lib/excerpt/search-terms.ts'

test.each([
  ['', []],
  ['  ', []],
  ['Ceasefire  talks', ['ceasefire', 'talks']],
  ['“Cease fire” talks talks', ['cease fire', 'talks']],
  ['«горячая линия» Ещё', ['горячая линия', 'еще']],
  ['"no end', ['no end']],
  ['"" " " x', ['x']],
  ["don't", ["don't"]],
  ['هيئةُ تحرير', ['هييه', 'تحرير']],
])('%s', (text, terms) => {
  expect(searchTerms(text)).toEqual(terms)
})
