import { expect, test } from 'vitest'
import { newId } from '#/lib/id.ts'
import { parseHistoryQuery, printHistoryQuery } from './history-query.ts'

const NOTHING = { entryId: null, entry: null, text: '', before: null, compare: null }

test('what is asked is read back from the address', () => {
  const query = { entryId: newId(), entry: 'theme', text: 'Алеппо', before: 40, compare: { from: 0, to: 12 } } as const
  expect(parseHistoryQuery(new URLSearchParams(printHistoryQuery(query)))).toEqual(query)
  expect(printHistoryQuery(NOTHING)).toBe('')
})

test.each([
  ['from=12&to=3', { compare: { from: 3, to: 12 } }],
  ['from=12', {}],
  ['from=-1&to=2', {}],
  ['entry=1&what=person&before=x', {}],
])('%s is read as far as it is understood', (address, read) => {
  expect(parseHistoryQuery(new URLSearchParams(address))).toEqual({ ...NOTHING, ...read })
})
