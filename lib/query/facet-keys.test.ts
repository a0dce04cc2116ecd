import { expect, test } from 'vitest'
import { askedKeys, DIMENSIONS, withKey, withoutKey } from './facet-keys.ts'
import { EVERYTHING, type Query } from './query.ts'
import { widerQueries } from './wider-queries.ts'

const VALUE = { role: 'source', stance: 'mixed', status: 'planned', certainty: 'certain' } as Record<string, string>

test.each(DIMENSIONS)('ticking a key of %s asks for it, ticking it again no longer', (dimension) => {
  const key = VALUE[dimension] ?? 'x'
  const ticked = withKey(EVERYTHING, dimension, key)
  expect(askedKeys(ticked, dimension)).toEqual([key])
  expect(withKey(ticked, dimension, key)).toEqual(ticked)
  expect(withoutKey(ticked, dimension, key)).toEqual(EVERYTHING)
})

test('several themes are alternatives, several actors have to stand together', () => {
  expect(withKey(withKey(EVERYTHING, 'theme', 'a'), 'theme', 'b')).toMatchObject({ is: 'theme', values: ['a', 'b'] })
  expect(withKey(withKey(EVERYTHING, 'actor', 'a'), 'actor', 'b')).toMatchObject({ is: 'all', of: [{ values: ['a'] }, { values: ['b'] }] })
})

test('a stance is that towards the themes asked for, whichever is ticked first', () => {
  const expected = { is: 'theme', values: ['a'], below: true, stances: ['opposes'] }
  expect(withKey(withKey(EVERYTHING, 'theme', 'a'), 'stance', 'opposes')).toEqual(expected)
  expect(withKey(withKey(EVERYTHING, 'stance', 'opposes'), 'theme', 'a')).toEqual(expected)
  expect(askedKeys(expected as Query, 'stance')).toEqual(['opposes'])
  expect(withoutKey(expected as Query, 'stance', 'opposes')).toEqual({ ...expected, stances: [] })
  expect(withKey(EVERYTHING, 'stance', 'loves')).toBe(EVERYTHING)
})

test('what to ask less: each thing that has to hold, and the theme above', () => {
  const parentOf = (id: string) => (id === 'child' ? 'parent' : null)
  expect(widerQueries(EVERYTHING, parentOf)).toEqual([])
  const query = withKey(withKey(EVERYTHING, 'theme', 'child'), 'language', 'ar')
  expect(widerQueries(query, parentOf)).toEqual([
    { query: withKey(withKey(EVERYTHING, 'theme', 'parent'), 'language', 'ar'), widensTo: 'parent' },
    { query: withKey(EVERYTHING, 'language', 'ar'), drops: withKey(EVERYTHING, 'theme', 'child') },
    { query: withKey(EVERYTHING, 'theme', 'child'), drops: withKey(EVERYTHING, 'language', 'ar') },
  ])
})
