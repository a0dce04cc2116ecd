import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuery } from '#/tests/support/any-query.ts'
import { partsOf, type QueryPath } from './edit-query.ts'
import { droppedOn, movedBy, partAt } from './move-part.ts'
import { normalise } from './normalise.ts'
import { parseQuery } from './parse.ts'
import { printQuery } from './print.ts'
import { conditionsOf, type Query } from './query.ts'
import { IDS_ONLY } from './vocabulary.ts'

const read = (text: string): Query => {
  const parsed = parseQuery(text, IDS_ONLY)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.query
}
const written = (query: Query) => printQuery(query, IDS_ONLY)

test.each<[string, QueryPath, QueryPath, string]>([
  ['a and b and c', [0], [2], 'b and (c or a)'],
  ['a or b or c', [2], [0], 'a and c or b'],
  ['a and b', [0], [1], 'b or a'],
  ['x and (a or b)', [0], [1, 0], 'a or x or b'],
  ['x and y and (a or b)', [0], [2, 1], 'y and (a or b or x)'],
  ['x and y and (a or b)', [0], [2], 'y and (a or b or x)'],
  ['x and (a or b or c)', [1, 2], [0], '(x or c) and (a or b)'],
  ['x and y and not z', [2], [0], '(x or not z) and y'],
  ['x and a followed by b', [0], [1, 0], '(a or x) followed by b'],
  ['x and (a or b)', [1], [1, 0], 'x and (a or b)'],
])('%s: part %j put on part %j gives %s', (before, path, target, after) => {
  expect(written(droppedOn(read(before), path, target))).toBe(after)
})

test.each<[string, QueryPath, 1 | -1, string | null]>([
  ['a and b and c', [0], 1, 'b and a and c'],
  ['a and b and c', [2], -1, 'a and c and b'],
  ['a and b', [1], 1, null],
  ['a and b and (c or d)', [1], 1, 'a and (b or c or d)'],
  ['(c or d) and a and b', [1], -1, '(c or d or a) and b'],
  ['a and (b or c or d)', [1, 2], 1, 'a and (b or c) and d'],
  ['a and (b or c or d)', [1, 0], -1, 'a and b and (c or d)'],
  ['a followed by b', [0], 1, 'b followed by a'],
  ['a followed by b', [1], 1, null],
  ['a', [], 1, null],
])('%s: part %j goes %i on', (before, path, step, after) => {
  const moved = movedBy(read(before), path, step)
  expect(moved && written(moved)).toBe(after)
})

function pathsOf(query: Query, path: QueryPath = []): QueryPath[] {
  return [path, ...partsOf(query).flatMap((part, at) => pathsOf(part, [...path, at]))]
}
const conditions = (query: Query) =>
  conditionsOf(query)
    .map((condition) => written(condition))
    .toSorted()

test('wherever a part goes, the conditions stay what they are, and the query can be read back', () => {
  fc.assert(
    fc.property(anyQuery, fc.nat(), fc.nat(), fc.constantFrom(1 as const, -1 as const), (made, from, to, step) => {
      const query = normalise(made)
      const paths = pathsOf(query)
      const [path, target] = [paths[from % paths.length] ?? [], paths[to % paths.length] ?? []]
      expect(partAt(query, path)).not.toBeNull()
      for (const after of [droppedOn(query, path, target), movedBy(query, path, step) ?? query]) {
        expect(conditions(after)).toEqual(conditions(query))
        expect(read(written(after))).toEqual(after)
      }
    }),
  )
})
