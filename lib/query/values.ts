import { isId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import { readDays } from './days.ts'
import { type Condition, DAY_FIELDS, type DayField, type Field, type ListCondition, type ListField } from './query.ts'
import { ParseError, type Reader } from './reader.ts'
import { similarNames } from './similar-names.ts'
import type { Token } from './tokens.ts'
import { NAMED_FIELDS, type NamedField, type Vocabulary } from './vocabulary.ts'
import { KNOWN_VALUES, RESERVED } from './words.ts'

/** The most values one condition may have. */
export const VALUES_LIMIT = 300
/** The longest value, in UTF-16 units. */
export const VALUE_LIMIT = 200

/**
 * Reads the values of a field, separated by commas.
 *
 * @throws {ParseError} when one is none of this field
 */
export function readValues(reader: Reader, field: Field, vocabulary: Vocabulary): Condition {
  if (DAY_FIELDS.includes(field as DayField)) return readDayCondition(reader, field as DayField)
  const values: string[] = []
  do {
    if (values.length === VALUES_LIMIT) throw reader.problem(t('One condition has at most {limit} values.', { limit: VALUES_LIMIT }))
    values.push(readValue(reader, field as ListField, vocabulary))
  } while (reader.takeMark(','))
  if (field === 'actor') return { is: 'actor', values, role: null, members: false }
  if (field === 'theme') return { is: 'theme', values, below: true, stances: [] }
  return { is: field, values } as ListCondition
}

function readDayCondition(reader: Reader, field: DayField): Condition {
  const token = takeValue(reader)
  const days = readDays(token.text)
  if (days) return { is: field, ...days }
  const reason = t('Write a year, a month or a day here, such as 2017, 2017-03, 2017-03-14, or from..to: 2016..2017-03.')
  throw new ParseError(reason, token.from, token.to)
}

function readValue(reader: Reader, field: ListField | NamedField, vocabulary: Vocabulary): string {
  const known = KNOWN_VALUES[field as ListField]
  if (known) return reader.oneOf(known)
  const token = takeValue(reader)
  const id = token.is === 'word' && token.text.startsWith('#') ? token.text.slice(1).toLowerCase() : null
  if (field === 'id' || (id !== null && NAMED_FIELDS.includes(field as NamedField))) {
    if (id !== null && isId(id)) return id
    throw new ParseError(t('This is no id.'), token.from, token.to)
  }
  if (NAMED_FIELDS.includes(field as NamedField)) return named(token, field as NamedField, vocabulary)
  const value = oneLine(token.text.slice(0, 2 * VALUE_LIMIT))
    .slice(0, VALUE_LIMIT)
    .trim()
    .toWellFormed()
  if (value === '') throw new ParseError(t('There is nothing between these quotation marks.'), token.from, token.to)
  return value
}

function takeValue(reader: Reader): Token {
  const problem = reader.problem(t('A value is missing here.'))
  if (reader.atEnd()) throw problem
  const token = reader.next()
  if (token.is === 'mark' || (token.is === 'word' && RESERVED.has(token.text.toLowerCase()))) throw problem
  return token
}

function named({ text, from, to }: Token, field: NamedField, vocabulary: Vocabulary): string {
  const [id, other] = vocabulary.find(field, text)
  if (id === undefined) {
    const similar = similarNames(text, vocabulary.names(field)).map((name) => `“${name}”`)
    throw new ParseError(
      similar.length > 0
        ? t('Nothing here is called “{name}”. Did you mean {similar}?', { name: text, similar: similar.join(', ') })
        : t('Nothing here is called “{name}”.', { name: text }),
      from,
      to,
    )
  }
  if (other === undefined) return id
  throw new ParseError(t('“{name}” means more than one. Choose it with Add filter instead.', { name: text }), from, to)
}
