import fc from 'fast-check'
import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { newId } from '#/lib/id.ts'
import { oneLine } from '#/lib/one-line.ts'
import { normalise } from '#/lib/query/normalise.ts'
import { CONDITIONS_LIMIT, NEAR_LIMIT } from '#/lib/query/parse.ts'
import {
  type Condition,
  conditionsOf,
  countNear,
  DAY_FIELDS,
  MARKS,
  NEARNESSES,
  PASSAGES,
  type Query,
  WORD_FIELDS,
} from '#/lib/query/query.ts'

const id = fc.nat(2 ** 40).map((time) => newId(time))
const some = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { minLength: 1, maxLength: 3 })
const day = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
/** Kept as they are when read again: one line, not too long. */
const words = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('and', 'Or', 'not', '#x', 'a:b', 'a, b', '"q"', '\\', '(x)', 'в', '“так”'),
  )
  .map((text) => oneLine(text))
  .filter((text) => text !== '')

const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    is: fc.constant('actor' as const),
    values: some(id),
    role: fc.constantFrom(null, ...ROLES_IN_STATEMENT),
    members: fc.boolean(),
  }),
  fc.record({
    is: fc.constant('theme' as const),
    values: some(id),
    below: fc.boolean(),
    stances: fc.uniqueArray(fc.constantFrom(...STANCES)),
  }),
  fc
    .record({ is: fc.constantFrom(...DAY_FIELDS), from: fc.option(day), to: fc.option(day) })
    .map(({ is, from, to }): Condition => (from !== null && to !== null && from > to ? { is, from: to, to: from } : { is, from, to })),
  fc.record({ is: fc.constantFrom(...WORD_FIELDS, 'outlet' as const, 'kind' as const, 'language' as const), values: some(words) }),
  fc.record({ is: fc.constantFrom('id' as const, 'document' as const, 'tagger' as const, 'layer' as const), values: some(id) }),
  fc.record({ is: fc.constant('role' as const), values: some(fc.constantFrom(...ROLES_IN_STATEMENT)) }),
  fc.record({ is: fc.constant('stance' as const), values: some(fc.constantFrom(...STANCES)) }),
  fc.record({ is: fc.constant('status' as const), values: some(fc.constantFrom(...STATUSES)) }),
  fc.record({ is: fc.constant('certainty' as const), values: some(fc.constantFrom(...CERTAINTIES)) }),
  fc.record({ is: fc.constant('passage' as const), values: some(fc.constantFrom(...PASSAGES)) }),
  fc.record({ is: fc.constant('mark' as const), values: some(fc.constantFrom(...MARKS)) }),
) as fc.Arbitrary<Condition>

/** Queries of any shape, also ones that are not normal: groups of none and of one, groups in groups, days of no end. */
const anyTree: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    anyCondition,
    fc.record({ is: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('query'), { maxLength: 4 }) }),
    fc.record({ is: fc.constant('not' as const), of: tie('query') }),
    fc.record({ is: fc.constant('near' as const), how: fc.constantFrom(...NEARNESSES), left: tie('query'), right: tie('query') }),
  ),
})).query

/** Queries that are taken: one tree in thousands asks too much at once. */
export const anyQuery: fc.Arbitrary<Query> = anyTree.filter((query) => {
  const normal = normalise(query)
  return countNear(normal) <= NEAR_LIMIT && conditionsOf(normal).length <= CONDITIONS_LIMIT
})
