import { expect, test } from 'vitest'
import { EVERYTHING } from './filter.ts'
import { askedKeys, DIMENSIONS, withKey, withoutKey } from './filter-values.ts'

test.each(DIMENSIONS)('a %s is asked for and no longer asked for', (dimension) => {
  const [a, b] = dimension === 'role' ? ['source', 'mentioned'] : dimension === 'stance' ? ['supports', 'none'] : ['a', 'b']
  const one = withKey(EVERYTHING, dimension, a as string)
  const two = withKey(one, dimension, b as string)
  expect(askedKeys(two, dimension)).toEqual([a, b])
  expect(withKey(two, dimension, a as string)).toBe(two)
  expect(withoutKey(two, dimension, b as string)).toEqual(one)
  expect(withoutKey(one, dimension, a as string)).toEqual(EVERYTHING)
})

test('an actor is taken out in every role; unknown roles and stances are not put in', () => {
  const filter = {
    ...EVERYTHING,
    actors: [
      { id: 'a', role: 'source' as const },
      { id: 'a', role: 'recipient' as const },
    ],
  }
  expect(askedKeys(filter, 'actor')).toEqual(['a'])
  expect(withoutKey(filter, 'actor', 'a').actors).toEqual([])
  expect(withKey(EVERYTHING, 'role', 'boss')).toEqual(EVERYTHING)
  expect(withKey(EVERYTHING, 'stance', 'loves')).toEqual(EVERYTHING)
})
