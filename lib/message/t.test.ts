import { afterEach, expect, test } from 'vitest'
import { counted } from '#/lib/counted.ts'
import { dateWords, numberWords } from './locale.ts'
import { type Spoken, speakThrough } from './spoken.ts'
import { t } from './t.ts'

const ENGLISH: Spoken = { language: 'en', messages: null }
const RUSSIAN: Spoken = {
  language: 'ru',
  messages: {
    'Sign in': 'Войти',
    'Open {name}': 'Открыть {name}',
    '{count, plural, one {# statement} other {# statements}}':
      '{count, plural, one {# утверждение} few {# утверждения} many {# утверждений} other {# утверждения}}',
  },
}
const speak = (what: Spoken) => speakThrough(() => what)
afterEach(() => speak(ENGLISH))

test('English needs no catalogue', () => {
  expect(t('Open {name}', { name: 'A' })).toBe('Open A')
  expect([counted(1, 'statement'), counted(1234, 'statement'), counted(2, 'match', 'matches')]).toEqual([
    '1 statement',
    '1,234 statements',
    '2 matches',
  ])
})

test('the page speaks its language, and English where nobody translated', () => {
  speak(RUSSIAN)
  expect(t('Sign in')).toBe('Войти')
  expect(t('Open {name}', { name: 'A' })).toBe('Открыть A')
  expect(t('Not there yet.')).toBe('Not there yet.')
  expect(counted(22, 'statement')).toBe('22 утверждения')
})

test('numbers and dates are written by the language', () => {
  const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  expect([numberWords(12400), dateWords(0, day)]).toEqual(['12,400', '1 January 1970'])
  speak(RUSSIAN)
  expect([numberWords(12400), dateWords(0, day)]).toEqual(['12\u00a0400', '1 января 1970'])
  speak({ language: 'ar', messages: null })
  expect(dateWords(0, day)).toBe('1 يناير 1970')
})
