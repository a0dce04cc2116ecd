import { printDays } from './days.ts'
import { normalise } from './normalise.ts'
import type { ActorCondition, Condition, Query, ThemeCondition } from './query.ts'
import { quoteValue } from './tokens.ts'
import { NAMED_FIELDS, type NamedField, type Vocabulary } from './vocabulary.ts'
import { FIELD_WORDS, NEAR_WORDS, RESERVED } from './words.ts'

/**
 * A query as text, always the same for the same query; empty for one that asks nothing. `parseQuery` with the same vocabulary
 * reads it back.
 */
export function printQuery(query: Query, vocabulary: Vocabulary): string {
  return print(normalise(query), vocabulary, 0)
}

/** How closely each binds: what binds less than its place asks for is put in brackets. */
const BINDING = { any: 1, all: 2, near: 3, not: 4, condition: 5 } as const

function print(query: Query, vocabulary: Vocabulary, place: number): string {
  const binding = BINDING[query.is as keyof typeof BINDING] ?? BINDING.condition
  const text = open(query, vocabulary)
  return binding < place ? `(${text})` : text
}

function open(query: Query, vocabulary: Vocabulary): string {
  switch (query.is) {
    case 'all':
      return query.of.map((part) => print(part, vocabulary, BINDING.near)).join(' and ')
    case 'any':
      return query.of.map((part) => print(part, vocabulary, BINDING.all)).join(' or ')
    case 'not':
      return `not ${print(query.of, vocabulary, BINDING.not)}`
    case 'near': {
      const [left, right] = [print(query.left, vocabulary, BINDING.near), print(query.right, vocabulary, BINDING.not)]
      return `${left} ${NEAR_WORDS[query.how].join(' ')} ${right}`
    }
    default:
      return printCondition(query, vocabulary)
  }
}

function printCondition(asked: Condition, vocabulary: Vocabulary): string {
  const field = asked.is === 'words' ? '' : `${FIELD_WORDS[asked.is]}:`
  if ('from' in asked) return field + printDays(asked)
  return field + asked.values.map((value) => printValue(asked.is, value, vocabulary)).join(', ') + details(asked)
}

function printValue(field: Condition['is'], value: string, vocabulary: Vocabulary): string {
  if (field === 'id') return `#${value}`
  const name = NAMED_FIELDS.includes(field as NamedField) ? vocabulary.nameOf(field as NamedField, value) : value
  return name === null ? `#${value}` : quoteValue(name, RESERVED)
}

function details(asked: Condition): string {
  if (asked.is === 'actor') return ofActor(asked)
  return asked.is === 'theme' ? ofTheme(asked) : ''
}

function ofActor({ role, members }: ActorCondition): string {
  return (role ? ` as ${role}` : '') + (members ? ' with members' : '')
}

function ofTheme({ below, stances }: ThemeCondition): string {
  return (below ? '' : ' without below') + (stances.length > 0 ? ` with stance ${stances.join(', ')}` : '')
}
