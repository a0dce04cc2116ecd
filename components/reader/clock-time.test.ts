import { expect, test } from 'vitest'
import { clockTime } from './clock-time.ts'

// In the reader's own time zone, whatever that is where the tests run.
const at = (month: number, day: number, hour = 10, minute = 51, year = 2024) => new Date(year, month - 1, day, hour, minute).getTime()
const NOW = at(12, 5, 18, 0)

test.each([
  ['today', at(12, 5), '10:51'],
  ['less than a day ago', at(12, 4, 20, 5), '20:05'],
  ['this year', at(3, 14), '14 Mar'],
  ['another year', at(3, 14, 9, 0, 2017), '14 Mar 2017'],
])('%s', (_name, moment, shown) => {
  expect(clockTime(moment, NOW)).toBe(shown)
})
