import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuery } from '#/tests/support/any-query.ts'
import { type Joint, jointAfter, partsOf, type QueryPath, withJoint, withPart } from './edit-query.ts'
import { normalise } from './normalise.ts'
import { parseQuery } from './parse.ts'
import { printQuery } from './print.ts'
import { NEARNESSES, type Query } from './query.ts'
import { IDS_ONLY } from './vocabulary.ts'

const read = (text: string): Query => {
  const parsed = parseQuery(text, IDS_ONLY)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.query
}
const written = (query: Query) => printQuery(query, IDS_ONLY)

test.each<[string, QueryPath, number, Joint, string]>([
  ['a and b and c', [], 1, 'or', 'a and (b or c)'],
  ['a and (b or c)', [1], 0, 'and', 'a and b and c'],
  ['a or b', [], 0, 'and-not', 'a and not b'],
  ['a and not b', [], 0, 'and', 'a and b'],
  ['a and not b', [], 0, 'or', 'a or b'],
  ['a or b or c', [], 0, 'and', 'a and b or c'],
  ['a and b', [], 0, 'same-sentence', 'a in same sentence as b'],
  ['a followed by b', [], 0, 'overlapping', 'a overlapping b'],
  ['a followed by b', [], 0, 'or', 'a or b'],
  ['c and not (a or b)', [1, 0], 0, 'and', 'c and not (a and b)'],
])('%s: the joint at %j %i becomes %s', (before, path, at, joint, after) => {
  expect(written(withJoint(read(before), path, at, joint))).toBe(after)
})

test('a part is replaced or taken away, and brackets that hold one thing go', () => {
  const query = read('a and (b or c) and not d')
  expect(written(withPart(query, [1, 0], null))).toBe('a and c and not d')
  expect(written(withPart(query, [2, 0], read('x or y')))).toBe('a and (b or c) and not (x or y)')
  expect(written(withPart(query, [2], null))).toBe('a and (b or c)')
})

test('a joint between two conditions is what it was made', () => {
  const joints: Joint[] = ['and', 'or', 'and-not', ...NEARNESSES]
  fc.assert(
    fc.property(fc.constantFrom(...joints), fc.constantFrom(...joints), (before, after) => {
      const joined = withJoint(withJoint(read('a and b'), [], 0, before), [], 0, after)
      expect(jointAfter(joined, 0)).toBe(after)
      expect(written(withJoint(joined, [], 0, 'and'))).toBe('a and b')
    }),
  )
})

test('taking every part away leaves a query that asks nothing', () => {
  fc.assert(
    fc.property(anyQuery, (made) => {
      let query = normalise(made)
      while (partsOf(query).length > 0) {
        const smaller = withPart(query, [0], null)
        expect(written(smaller).length).toBeLessThan(written(query).length)
        query = smaller
      }
    }),
  )
})
