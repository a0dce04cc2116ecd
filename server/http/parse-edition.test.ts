import { expect, test } from 'vitest'
import { parseEdition } from './parse-edition.ts'

test.each([
  ['', undefined],
  ['?edition=1', 1],
  ['?edition=12', 12],
  ['?edition=', null],
  ['?edition=0', null],
  ['?edition=-1', null],
  ['?edition=1e3', null],
  ['?edition=99999999999', null],
])('%s', (query, edition) => {
  expect(parseEdition(`https://interline.example/api/originals/1${query}`)).toBe(edition)
})
