import { expect, test } from 'vitest'
import { relativeTime } from './relative-time.ts'
import { shortDate } from './short-date.ts'

const NOW = Date.UTC(2017, 2, 21, 12)
const MIN = 60_000

test.each([
  [0, 'just now'],
  [-5000, 'just now'],
  [59_999, 'just now'],
  [MIN, '1 min'],
  [59 * MIN, '59 min'],
  [60 * MIN, '1 h'],
  [23 * 60 * MIN, '23 h'],
  [24 * 60 * MIN, 'yesterday'],
  [48 * 60 * MIN, '2 days'],
  [7 * 24 * 60 * MIN, '14 Mar 2017'],
])('%i ms ago is "%s"', (age, shown) => {
  expect(relativeTime(NOW - age, NOW)).toBe(shown)
})

test.each([
  ['2017-03-14', '14 Mar 2017'],
  ['2017-13-14', '2017-13-14'],
  ['', ''],
])('the day %s is written %s', (day, shown) => {
  expect(shortDate(day)).toBe(shown)
})
