import { expect, test } from 'vitest'
import { chooseType } from './choose-type.ts'
import { JSON_TYPE, LD_TYPE } from './operation.ts'

const OFFERED = [JSON_TYPE, LD_TYPE]

test.each([
  [null, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['text/html', JSON_TYPE],
  ['application/*', JSON_TYPE],
  ['application/ld+json', LD_TYPE],
  ['application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', LD_TYPE],
  ['APPLICATION/LD+JSON', LD_TYPE],
  ['application/json;q=0.5, application/ld+json;q=0.8', LD_TYPE],
  ['application/json, application/ld+json', JSON_TYPE],
  ['application/ld+json;q=0, */*', JSON_TYPE],
])('%s gets %s', (accept, type) => {
  expect(chooseType(accept, OFFERED)).toBe(type)
})

test('a file is given in its own type, whatever is wished for', () => {
  expect(chooseType('text/csv', ['*/*'])).toBe('*/*')
  expect(chooseType(null, [])).toBe('')
})
