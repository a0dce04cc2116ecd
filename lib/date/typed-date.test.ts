import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateInWords } from './date-in-words.ts'
import { parseEdtf } from './edtf.ts'
import { readTypedDate } from './typed-date.ts'

const read = (typed: string) => {
  const result = readTypedDate(typed)
  return result.ok ? result.date : null
}

test.each([
  ['2024', '2024'],
  ['Nov 2024', '2024-11'],
  ['november, 2024', '2024-11'],
  ['Sept. 2024', '2024-09'],
  ['2024-11', '2024-11'],
  ['30 Nov 2024', '2024-11-30'],
  ['30 November, 2024', '2024-11-30'],
  ['November 30, 2024', '2024-11-30'],
  ['the 30th of November 2024', '2024-11-30'],
  ['Saturday 30 November 2024', '2024-11-30'],
  ['2024-11-30', '2024-11-30'],
  ['2024/11/30', '2024-11-30'],
  ['30.11.2024', '2024-11-30'],
  ['30/11/2024', '2024-11-30'],
  ['11/30/2024', '2024-11-30'],
  ['٣٠ Nov ٢٠٢٤', '2024-11-30'],
  ['29 Feb 2024', '2024-02-29'],
  ['about 2024', '2024~'],
  ['c. Nov 2024', '2024-11~'],
  ['~30 Nov 2024', '2024-11-30~'],
])('%s is %s', (typed, date) => {
  expect(read(typed)).toBe(date)
})

test.each([
  ['27–30 Nov 2024', '2024-11-27/2024-11-30'],
  ['27-30 Nov 2024', '2024-11-27/2024-11-30'],
  ['Nov 27–30, 2024', '2024-11-27/2024-11-30'],
  ['27 Nov – 8 Dec 2024', '2024-11-27/2024-12-08'],
  ['27 Nov to 8 Dec 2024', '2024-11-27/2024-12-08'],
  ['from 27 Nov until 8 Dec 2024', '2024-11-27/2024-12-08'],
  ['between Nov 27 and Dec 8, 2024', '2024-11-27/2024-12-08'],
  ['2024-11-27/2024-12-08', '2024-11-27/2024-12-08'],
  ['2024-11-27 - 2024-12-08', '2024-11-27/2024-12-08'],
  ['27 Nov 2024 – 8 Jan 2025', '2024-11-27/2025-01-08'],
  ['Nov – Dec 2024', '2024-11/2024-12'],
  ['2023–2024', '2023/2024'],
  ['2023-2024', '2023/2024'],
  ['Nov 2024 – 8 Dec 2024', '2024-11/2024-12-08'],
  ['about 2023 to 2024', '2023~/2024'],
])('the range %s is %s', (typed, date) => {
  expect(read(typed)).toBe(date)
})

test.each([
  ['03/04/2024', /two days/],
  ['31 Nov 2024', /no such day/],
  ['29 Feb 2023', /no such day/],
  ['2024-13', /no such day/],
  ['8 Dec – 27 Nov 2024', /ends before/],
  ['30 Nov', /Write it like/],
  ['30 2024', /Write it like/],
  ['30 Nov 24', /Write it like/],
  ['last summer', /Write it like/],
  ['', /Write it like/],
])('%s is refused', (typed, why) => {
  const result = readTypedDate(typed)
  expect(result.ok ? result.date : result.reason).toMatch(why)
})

test.each([
  ['2024', '2024'],
  ['2024-11', 'Nov 2024'],
  ['2024-11-30', '30 Nov 2024'],
  ['2024-11-30~', 'about 30 Nov 2024'],
  ['2024-11-27/2024-11-30', '27–30 Nov 2024'],
  ['2024-11-27/2024-12-08', '27 Nov – 8 Dec 2024'],
  ['2024-11/2024-12', 'Nov – Dec 2024'],
  ['2024-11-27/2025-01-08', '27 Nov 2024 – 8 Jan 2025'],
  ['2023/2024', '2023–2024'],
  ['2024-11/2024-12-08', 'Nov 2024 – 8 Dec 2024'],
])('%s is written %s', (date, words) => {
  expect(dateInWords(date)).toBe(words)
})

test('text that is no date stays as it is', () => {
  expect(dateInWords('2024-13')).toBe('2024-13')
  expect(dateInWords('soon')).toBe('soon')
})

test('every date reads back from its words', () => {
  const day = fc.date({ min: new Date('0101-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  const end = fc
    .tuple(day, fc.constantFrom(4, 7, 10), fc.boolean())
    .map(([at, cut, about]) => at.toISOString().slice(0, cut) + (about ? '~' : ''))
  const range = fc
    .tuple(end, end)
    .map((ends) => ends.toSorted().join('/'))
    .filter((date) => parseEdtf(date) !== null && new Set(date.split('/')).size === 2)
  fc.assert(
    fc.property(fc.oneof(end, range), (date) => {
      expect(readTypedDate(dateInWords(date))).toEqual({ ok: true, date })
    }),
  )
})
