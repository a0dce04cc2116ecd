import { expect, test } from 'vitest'
import { sinceWords } from './since-words.ts'

// A Monday, 09:30 in Oslo.
const NOW = Date.parse('2026-11-23T08:30:00Z')

test.each([
  ['2026-11-23T07:05:00Z', '08:05'],
  ['2026-11-22T23:10:00Z', '00:10'],
  ['2026-11-22T22:50:00Z', 'yesterday'],
  ['2026-11-22T09:00:00Z', 'yesterday'],
  ['2026-11-20T16:00:00Z', 'Friday'],
  ['2026-11-16T16:00:00Z', '16 Nov 2026'],
])('a visit at %s was "since %s"', (at, words) => {
  expect(sinceWords(Date.parse(at), NOW, 'Europe/Oslo')).toBe(words)
})

test('the day before is yesterday also when the clocks changed between', () => {
  expect(sinceWords(Date.parse('2026-10-24T22:30:00Z'), Date.parse('2026-10-26T05:00:00Z'), 'Europe/Oslo')).toBe('yesterday')
})
