import { partsOf, type QueryPath, replaced } from './edit-query.ts'
import { normalise } from './normalise.ts'
import type { Query } from './query.ts'

/** The part at a place; null: there is none. */
export function partAt(query: Query, path: QueryPath): Query | null {
  return path.reduce<Query | null>((part, step) => (part && partsOf(part)[step]) ?? null, query)
}

/**
 * The query after a part was put on another. Beside it, the two go in brackets, joined in the other way than what is around them;
 * otherwise it joins the brackets the other one stands in. Put on brackets, it goes in at their end.
 */
export function droppedOn(query: Query, path: QueryPath, target: QueryPath): Query {
  const [part, other] = [partAt(query, path), partAt(query, target)]
  if (!part || !other || path.length === 0 || isWithin(target, path)) return query
  const without = replaced(query, path, () => NOTHING)
  const around = target.slice(0, -1)
  const parent = partAt(query, around)
  if (isGroup(other)) return normalise(replaced(without, target, (group) => ({ ...group, of: [...partsOf(group), part] }) as Query))
  const isBeside = around.length === path.length - 1 && isWithin(path, around)
  if (!isBeside && parent && isGroup(parent) && around.length > 0)
    return normalise(inserted(without, around, (target.at(-1) ?? 0) + 1, part))
  const is = parent?.is === 'any' ? 'all' : 'any'
  return normalise(replaced(without, target, (there) => ({ is, of: [there, part] })))
}

/**
 * The query after a part went one place on (1) or back (-1): past the part beside it, into brackets beside it, or out of its own at
 * their end. null: there is nowhere to go.
 */
export function movedBy(query: Query, path: QueryPath, step: 1 | -1): Query | null {
  const at = path.at(-1)
  const around = path.slice(0, -1)
  const parent = partAt(query, around)
  const part = partAt(query, path)
  if (at === undefined || !parent || !part) return null
  const beside = partsOf(parent)[at + step]
  if (parent.is === 'near')
    return beside ? normalise(replaced(query, around, () => ({ ...parent, left: parent.right, right: parent.left }))) : null
  if (!isGroup(parent)) return null
  const without = replaced(query, path, () => NOTHING)
  if (!beside) {
    const outer = partAt(query, around.slice(0, -1))
    if (around.length === 0 || !outer || !isGroup(outer)) return null
    return normalise(inserted(without, around.slice(0, -1), (around.at(-1) ?? 0) + (step > 0 ? 1 : 0), part))
  }
  if (isGroup(beside)) return normalise(inserted(without, [...around, at + step], step > 0 ? 0 : partsOf(beside).length, part))
  return normalise(inserted(without, around, step > 0 ? at + 2 : at - 1, part))
}

/** What is left where a part was, so that places stay until the query is normal again. */
const NOTHING: Query = { is: 'all', of: [] }

type AllOrAny = Extract<Query, { is: 'all' | 'any' }>
const isGroup = (query: Query): query is AllOrAny => query.is === 'all' || query.is === 'any'
const isWithin = (path: QueryPath, outer: QueryPath): boolean => outer.every((step, at) => path[at] === step)

function inserted(query: Query, path: QueryPath, at: number, part: Query): Query {
  return replaced(query, path, (group) => ({ ...group, of: partsOf(group).toSpliced(at, 0, part) }) as Query)
}
