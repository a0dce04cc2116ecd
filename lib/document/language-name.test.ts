import { expect, test } from 'vitest'
import { languageName, usualDirection } from './language-name.ts'

test.each([
  ['ru', 'Russian', 'ltr'],
  ['ar', 'Arabic', 'rtl'],
  ['fa-IR', 'Persian (Iran)', 'rtl'],
  ['und', 'Unknown', 'ltr'],
  ['', 'Unknown', 'ltr'],
  ['not a tag', 'not a tag', 'ltr'],
])('%s is %s, written %s', (tag, name, direction) => {
  expect(languageName(tag)).toBe(name)
  expect(usualDirection(tag)).toBe(direction)
})
