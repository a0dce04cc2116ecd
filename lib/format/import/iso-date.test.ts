import { expect, test } from 'vitest'
import { isoDate } from './iso-date.ts'

test.each([
  ['2024-12-03', '2024-12-03'],
  ['2024-12-03T23:30:00-08:00', '2024-12-03'],
  ['20241203', '2024-12-03'],
  ['Tue, 03 Dec 2024 23:10:00 +0300', '2024-12-03'],
  ['December 3, 2024', '2024-12-03'],
  ['2024-02-30', undefined],
  ['2024-13-01', undefined],
  ['yesterday', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s', (text, date) => {
  expect(isoDate(text)).toBe(date)
})
