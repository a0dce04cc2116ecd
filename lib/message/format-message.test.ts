import { expect, test } from 'vitest'
import { formatMessage, placeholdersOf, pluralFormsOf } from './format-message.ts'

const PASSAGES = '{count, plural, one {# отрывок} few {# отрывка} many {# отрывков} other {# отрывка}} в «{title}»'

test('values stand where their names do, numbers as the language writes them', () => {
  expect(formatMessage('{name} has {count}, and it is {name}’s.', { name: 'Layla', count: 12400 }, 'en-GB')).toBe(
    'Layla has 12,400, and it is Layla’s.',
  )
  expect(formatMessage('{count}', { count: 12400 }, 'ru')).toBe('12\u00a0400')
  expect(formatMessage("others' work", {}, 'en-GB')).toBe("others' work")
})

test.each([
  [1, '1 отрывок'],
  [3, '3 отрывка'],
  [5, '5 отрывков'],
  [21, '21 отрывок'],
  [112, '112 отрывков'],
  [1.5, '1,5 отрывка'],
])('plural forms follow the language: %d', (count, words) => {
  expect(formatMessage(PASSAGES, { count, title: 'Ночь' }, 'ru')).toBe(`${words} в «Ночь»`)
})

test('a number of its own goes before the form, and its sign stands in it only', () => {
  const message = '{count, plural, =0 {nothing} one {# thing of {of}} other {# things of {of}}} #'
  expect(formatMessage(message, { count: 0, of: 4 }, 'en-GB')).toBe('nothing #')
  expect(formatMessage(message, { count: 1, of: 4 }, 'en-GB')).toBe('1 thing of 4 #')
})

test('names in another script do not turn a sentence around', () => {
  expect(formatMessage('نقل {name} {count}', { name: 'TASS', count: 3 }, 'ar-u-nu-latn', true)).toBe('نقل \u2068TASS\u2069 3')
})

test('says which names and forms a message has', () => {
  expect(placeholdersOf(PASSAGES)).toEqual(['count', 'title'])
  expect(pluralFormsOf(PASSAGES)).toEqual([['one', 'few', 'many', 'other']])
  expect(placeholdersOf('Plain.')).toEqual([])
})

test.each(['{', '}', '{a', '{a b}', '{n, plural, one {x}}', '{n, plural, other {x}', 'a } b'])(
  'a message that is not written well is a fault: %s',
  (message) => {
    expect(() => formatMessage(message, { a: 1, n: 1 }, 'en-GB')).toThrow(RangeError)
  },
)

test('a value that is missing is a fault', () => {
  expect(() => formatMessage('{name}', {}, 'en-GB')).toThrow('name')
})
