import { normalise } from './normalise.ts'
import type { Near, Nearness, Query } from './query.ts'

/** Where a part of a query stands: which child to take at each step from the root. Of `not` the only child is 0, of `near` left is 0. */
export type QueryPath = readonly number[]

/** What joins two parts that stand beside each other. */
export type Joint = 'and' | 'or' | 'and-not' | Nearness

/** The parts a query is made of; none for a condition. */
export function partsOf(query: Query): readonly Query[] {
  if (query.is === 'all' || query.is === 'any') return query.of
  if (query.is === 'not') return [query.of]
  return query.is === 'near' ? [query.left, query.right] : []
}

/** The query with another part at a place, or without it (null). */
export function withPart(query: Query, path: QueryPath, part: Query | null): Query {
  return normalise(replaced(query, path, () => part ?? { is: 'all', of: [] }))
}

/** What joins part `at` of a parent to the one after it. */
export function jointAfter(parent: Query, at: number): Joint {
  if (parent.is === 'near') return parent.how
  if (parent.is === 'any') return 'or'
  return partsOf(parent)[at + 1]?.is === 'not' ? 'and-not' : 'and'
}

/**
 * Joins part `at` of the parent at `path` in another way to the one after it. The two become a group of their own where what is
 * around them is joined otherwise.
 */
export function withJoint(query: Query, path: QueryPath, at: number, joint: Joint): Query {
  return normalise(
    replaced(query, path, (parent) => {
      const parts = partsOf(parent)
      const [left, right] = [parts[at], parts[at + 1]]
      if (!left || !right) return parent
      const joined = join(joint, left, jointAfter(parent, at) === 'and-not' && right.is === 'not' ? right.of : right)
      return parent.is === 'all' || parent.is === 'any' ? { is: parent.is, of: parts.toSpliced(at, 2, joined) } : joined
    }),
  )
}

function join(joint: Joint, left: Query, right: Query): Query {
  if (joint === 'and') return { is: 'all', of: [left, right] }
  if (joint === 'or') return { is: 'any', of: [left, right] }
  if (joint === 'and-not') return { is: 'all', of: [left, { is: 'not', of: right }] }
  return { is: 'near', how: joint, left, right } satisfies Near
}

/** The query with what stands at a place changed; not normalised. */
export function replaced(query: Query, [step, ...rest]: QueryPath, change: (part: Query) => Query): Query {
  if (step === undefined) return change(query)
  const at = (part: Query, index: number) => (index === step ? replaced(part, rest, change) : part)
  if (query.is === 'all' || query.is === 'any') return { is: query.is, of: query.of.map(at) }
  if (query.is === 'not') return { is: 'not', of: at(query.of, 0) }
  return query.is === 'near' ? { ...query, left: at(query.left, 0), right: at(query.right, 1) } : query
}
