import { expect, test } from 'vitest'
import { EVERYTHING } from './filter.ts'
import { askedKeys, DIMENSIONS, type Dimension, withKey, withoutKey } from './filter-values.ts'

/** Of dimensions whose keys are words of ours. */
const KEYS: Partial<Record<Dimension, [string, string]>> = {
  role: ['source', 'mentioned'],
  stance: ['supports', 'none'],
  status: ['planned', 'negated'],
  certainty: ['certain', 'doubtful'],
}

test.each(DIMENSIONS)('a %s is asked for and no longer asked for', (dimension) => {
  const [a, b] = KEYS[dimension] ?? ['a', 'b']
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
  expect(withKey(EVERYTHING, 'status', 'sure')).toEqual(EVERYTHING)
})
