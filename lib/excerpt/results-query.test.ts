import { expect, test } from 'vitest'
import { newId } from '#/lib/id.ts'
import { EVERYTHING, oneOf } from '#/lib/query/query.ts'
import { EXCERPT_SORTS, EXCERPT_VIEWS, parseResultsQuery, printResultsQuery } from './results-query.ts'

test('every order and view is read back as printed', () => {
  for (const sort of EXCERPT_SORTS)
    for (const view of EXCERPT_VIEWS) {
      const query = { query: oneOf('words', 'a&b=c'), sort, view, saved: sort === 'recent' ? newId() : null }
      expect(parseResultsQuery(printResultsQuery(query))).toEqual({ ...query, ignored: [] })
    }
})

test('the usual is not in the address, the unknown is the usual', () => {
  expect(printResultsQuery({ query: EVERYTHING, sort: 'document', view: 'lines' }).toString()).toBe('')
  expect(parseResultsQuery(new URLSearchParams('sort=up&view=3d&stance=odd&saved=me'))).toEqual({
    query: EVERYTHING,
    sort: 'document',
    view: 'lines',
    saved: null,
    ignored: ['stance=odd'],
  })
})
