import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { normalise } from './normalise.ts'
import {
  type ActorCondition,
  type Condition,
  conditionsOf,
  countNear,
  EVERYTHING,
  NEARNESSES,
  type Query,
  type ThemeCondition,
} from './query.ts'
import { ParseError, Reader } from './reader.ts'
import { tokens } from './tokens.ts'
import { readValues } from './values.ts'
import type { Vocabulary } from './vocabulary.ts'
import { FIELD_WORDS, NEAR_WORDS } from './words.ts'

/** The longest text that is read, in UTF-16 units. */
export const QUERY_LIMIT = 15_000
/** How deep brackets may go. */
const DEPTH_LIMIT = 30
/** How many conditions a query may have: a database looks at each for every excerpt. */
export const CONDITIONS_LIMIT = 100
/** How many times a query may ask what is near: each is another look at all excerpts, and planning them takes longer than that. */
export const NEAR_LIMIT = 8

/** What a text asks for, or why it cannot be read: a sentence, and the offsets (UTF-16) of what it is about. */
export type ParsedQuery = { ok: true; query: Query } | { ok: false; reason: string; from: number; to: number }

/**
 * Reads a written query:
 *
 *     any   = all { "or" all }
 *     all   = near { ["and"] near }
 *     near  = unary { ("in same sentence as" | "in same paragraph as" | "in same document as" | "overlapping" | "followed by") unary }
 *     unary = "not" unary | "(" any ")" | [field ":"] value { "," value } details
 *
 * Details: of an actor `as source`, `with members`; of a theme `without below`, `with stance opposes, mixed`. A value without a
 * field is searched for in quotes and memos.
 */
export function parseQuery(text: string, vocabulary: Vocabulary): ParsedQuery {
  const tooLarge = (reason: string): ParsedQuery => ({ ok: false, reason, from: 0, to: text.length })
  if (text.length > QUERY_LIMIT) return tooLarge(t('This is too long: a query has at most {limit} characters.', { limit: QUERY_LIMIT }))
  const reader = new Reader(tokens(text), text.length)
  try {
    if (reader.atEnd()) return { ok: true, query: EVERYTHING }
    const query = readAny(reader, vocabulary, 0)
    if (!reader.atEnd()) throw reader.problem(t('Nothing opens this bracket.'))
    const normal = normalise(query)
    if (conditionsOf(normal).length > CONDITIONS_LIMIT)
      return tooLarge(t('This is too much at once: a query has at most {limit} conditions.', { limit: CONDITIONS_LIMIT }))
    if (countNear(normal) > NEAR_LIMIT)
      return tooLarge(t('This is too much at once: a query asks at most {limit} times what stands near.', { limit: NEAR_LIMIT }))
    return { ok: true, query: normal }
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, reason: error.message, from: error.from, to: error.to }
    throw error
  }
}

function readAny(reader: Reader, vocabulary: Vocabulary, depth: number): Query {
  if (depth > DEPTH_LIMIT) throw reader.problem(t('Brackets are nested too deep here.'))
  const of = [readAll(reader, vocabulary, depth)]
  while (reader.takeWord('or')) of.push(readAll(reader, vocabulary, depth))
  return { is: 'any', of }
}

function readAll(reader: Reader, vocabulary: Vocabulary, depth: number): Query {
  const of = [readNear(reader, vocabulary, depth)]
  while (reader.takeWord('and') || !(reader.atEnd() || reader.isMark(')') || reader.isWord('or')))
    of.push(readNear(reader, vocabulary, depth))
  return { is: 'all', of }
}

function readNear(reader: Reader, vocabulary: Vocabulary, depth: number): Query {
  let left = readUnary(reader, vocabulary, depth)
  for (;;) {
    const how = NEARNESSES.find((nearness) => reader.takeWords(NEAR_WORDS[nearness]))
    if (!how) return left
    left = { is: 'near', how, left, right: readUnary(reader, vocabulary, depth) }
  }
}

function readUnary(reader: Reader, vocabulary: Vocabulary, depth: number): Query {
  let isNegative = false
  while (reader.takeWord('not')) isNegative = !isNegative
  const query = reader.isMark('(') ? readBrackets(reader, vocabulary, depth) : readCondition(reader, vocabulary)
  return isNegative ? { is: 'not', of: query } : query
}

function readBrackets(reader: Reader, vocabulary: Vocabulary, depth: number): Query {
  const opening = reader.next()
  const query = readAny(reader, vocabulary, depth + 1)
  if (!reader.takeMark(')')) throw new ParseError(t('This bracket is not closed.'), opening.from, opening.to)
  return query
}

function readCondition(reader: Reader, vocabulary: Vocabulary): Query {
  const field = readField(reader)
  const asked = readValues(reader, field, vocabulary)
  if (asked.is === 'actor') return actorDetails(reader, asked)
  return asked.is === 'theme' ? themeDetails(reader, asked) : asked
}

/** The field before a colon; without one, words. */
function readField(reader: Reader): Condition['is'] {
  if (!reader.isMark(':', 1) || reader.atEnd()) return 'words'
  const word = reader.next()
  reader.next()
  const field = Object.entries(FIELD_WORDS).find(([, written]) => written === word.text.toLowerCase())
  if (field) return field[0] as Condition['is']
  const fields = Object.values(FIELD_WORDS).join(', ')
  throw new ParseError(
    t('There is no field “{word}”. Fields are {fields}. To search for these words, put them in quotation marks.', {
      word: word.text,
      fields,
    }),
    word.from,
    word.to,
  )
}

function actorDetails(reader: Reader, asked: ActorCondition): ActorCondition {
  let { role, members } = asked
  for (;;) {
    if (reader.takeWord('as')) role = reader.oneOf(ROLES_IN_STATEMENT)
    else if (reader.takeWords(['with', 'members'])) members = true
    else return { ...asked, role, members }
  }
}

function themeDetails(reader: Reader, asked: ThemeCondition): ThemeCondition {
  const stances = [...asked.stances]
  let { below } = asked
  for (;;) {
    if (reader.takeWords(['without', 'below'])) below = false
    else if (reader.takeWords(['with', 'stance'])) {
      do stances.push(reader.oneOf(STANCES))
      while (reader.takeMark(','))
    } else return { ...asked, below, stances }
  }
}
