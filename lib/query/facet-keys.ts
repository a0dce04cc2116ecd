import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { normalise } from './normalise.ts'
import { type Condition, conjuncts, type Field, isCondition, oneOf, type Query, type ThemeCondition } from './query.ts'

/** What excerpts are counted and ticked by. Keys: ids of themes, actors, documents and taggers, otherwise the values themselves. */
export const DIMENSIONS = [
  'theme',
  'actor',
  'role',
  'stance',
  'status',
  'certainty',
  'language',
  'outlet',
  'kind',
  'document',
  'tagger',
] as const satisfies Field[]
export type Dimension = (typeof DIMENSIONS)[number]

/** The conditions of one field that have to hold, whatever else does. */
export function asked<F extends Field>(query: Query, field: F): Extract<Condition, { is: F }>[] {
  return conjuncts(query).filter((part): part is Extract<Condition, { is: F }> => part.is === field)
}

/** The keys a query asks for along a dimension. A stance may be asked of themes too. */
export function askedKeys(query: Query, dimension: Dimension): readonly string[] {
  const keys = asked(query, dimension).flatMap((condition): readonly string[] => condition.values)
  const ofThemes = dimension === 'stance' ? asked(query, 'theme').flatMap(({ stances }) => stances) : []
  return [...new Set([...keys, ...ofThemes])]
}

/** The query that asks for a key too: for one more actor, in any role; for one of several of everything else. */
export function withKey(query: Query, dimension: Dimension, key: string): Query {
  if (askedKeys(query, dimension).includes(key) || !isKnown(dimension, key)) return query
  if (dimension === 'actor') return plus(query, { is: 'actor', values: [key], role: null, members: false })
  if (dimension === 'stance' && asked(query, 'theme').length > 0)
    return change(query, 'theme', (theme) => ({ ...theme, stances: [...theme.stances, key as ThemeCondition['stances'][number]] }))
  if (dimension === 'theme' && asked(query, 'theme').length === 0) {
    // Stances that were asked of any theme are asked of this one now.
    const stances = asked(query, 'stance').flatMap(({ values }) => values)
    return plus(withoutField(query, 'stance'), { is: 'theme', values: [key], below: true, stances })
  }
  if (dimension !== 'theme' && asked(query, dimension).length === 0) return plus(query, oneOf(dimension, key as never))
  return change(query, dimension, (condition) => ({ ...condition, values: [...condition.values, key] }) as typeof condition)
}

/** The query that no longer asks for a key; for an actor, in whatever role. */
export function withoutKey(query: Query, dimension: Dimension, key: string): Query {
  const others = <T extends string>(values: readonly T[]) => values.filter((value) => value !== key)
  const without = change(query, dimension, (condition) => ({ ...condition, values: others(condition.values) }) as typeof condition)
  return dimension === 'stance' ? change(without, 'theme', (theme) => ({ ...theme, stances: others(theme.stances) })) : without
}

/** The same query with nothing asked of one field on the top level. */
export function withoutField(query: Query, field: Field): Query {
  const rest = normalise({ is: 'all', of: conjuncts(query).filter((part) => part.is !== field) })
  return field === 'stance' ? change(rest, 'theme', (theme) => ({ ...theme, stances: [] })) : rest
}

/** The query with another condition that has to hold too. */
export function plus(query: Query, more: Query): Query {
  return normalise({ is: 'all', of: [...conjuncts(query), more] })
}

function change<F extends Field>(query: Query, field: F, to: (condition: Extract<Condition, { is: F }>) => Condition): Query {
  const of = conjuncts(query).map((part) => (isCondition(part) && part.is === field ? to(part as Extract<Condition, { is: F }>) : part))
  return normalise({ is: 'all', of })
}

const KNOWN: Partial<Record<Dimension, readonly string[]>> = {
  role: ROLES_IN_STATEMENT,
  stance: STANCES,
  status: STATUSES,
  certainty: CERTAINTIES,
}

function isKnown(dimension: Dimension, key: string): boolean {
  return KNOWN[dimension]?.includes(key) ?? key !== ''
}
