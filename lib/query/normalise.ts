import { type Condition, EVERYTHING, type Group, type Query } from './query.ts'

/**
 * The one form of a query among those that plainly mean the same: groups within groups of their kind are one, groups of one are
 * what they hold, not of not is neither, and what asks nothing (a condition without values, a group without members) is left out. Values come once.
 */
export function normalise(query: Query): Query {
  return reduce(query) ?? EVERYTHING
}

function reduce(query: Query): Query | null {
  switch (query.is) {
    case 'all':
    case 'any':
      return group(query)
    case 'not': {
      const of = reduce(query.of)
      return of?.is === 'not' ? of.of : of && { is: 'not', of }
    }
    case 'near': {
      const [left, right] = [reduce(query.left), reduce(query.right)]
      return left && right ? { ...query, left, right } : (left ?? right)
    }
    default:
      return condition(query)
  }
}

function group({ is, of }: Group): Query | null {
  const parts = of.flatMap((part) => {
    const reduced = reduce(part)
    return reduced === null ? [] : reduced.is === is ? reduced.of : [reduced]
  })
  return parts.length > 1 ? { is, of: parts } : (parts[0] ?? null)
}

function condition(asked: Condition): Condition | null {
  if ('from' in asked) return asked.from === null && asked.to === null ? null : asked
  const values = [...new Set<string>(asked.values)].filter((value) => value !== '')
  if (values.length === 0) return null
  const once = { ...asked, values } as Condition
  return once.is === 'theme' ? { ...once, stances: [...new Set(once.stances)] } : once
}
