import { expect, test } from 'vitest'
import { EVERYTHING } from './filter.ts'
import { EXCERPT_SORTS, EXCERPT_VIEWS, parseResultsQuery, printResultsQuery } from './results-query.ts'

test('every order and view is read back as printed', () => {
  for (const sort of EXCERPT_SORTS)
    for (const view of EXCERPT_VIEWS) {
      const query = { filter: { ...EVERYTHING, text: 'a&b=c' }, sort, view }
      expect(parseResultsQuery(printResultsQuery(query))).toEqual({ ...query, ignored: [] })
    }
})

test('the usual is not in the address, the unknown is the usual', () => {
  expect(printResultsQuery({ filter: EVERYTHING, sort: 'document', view: 'lines' }).toString()).toBe('')
  expect(parseResultsQuery(new URLSearchParams('sort=up&view=3d&stance=odd'))).toEqual({
    filter: EVERYTHING,
    sort: 'document',
    view: 'lines',
    ignored: ['stance=odd'],
  })
})
