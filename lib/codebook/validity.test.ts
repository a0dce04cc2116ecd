import { expect, test } from 'vitest'
import { heldOn, overlap, validityProblem, validityWords } from './validity.ts'

const span = (from: string | null, until: string | null) => ({ from, until })

test('both days count', () => {
  const nusra = span(null, '2016-07-27')
  expect(heldOn(nusra, '2016-07-27')).toBe(true)
  expect(heldOn(nusra, '2016-07-28')).toBe(false)
  const fateh = span('2016-07-28', '2017-01-27')
  expect(['2016-07-27', '2016-07-28', '2017-01-27', '2017-01-28'].map((day) => heldOn(fateh, day))).toEqual([false, true, true, false])
  expect(heldOn(span(null, null), '0001-01-01')).toBe(true)
})

test('overlapping is symmetric and counts a shared day', () => {
  const cases = [
    [span(null, null), span('2020-01-01', null), true],
    [span(null, '2016-07-27'), span('2016-07-28', null), false],
    [span(null, '2016-07-28'), span('2016-07-28', null), true],
    [span('2015-01-01', '2015-12-31'), span('2017-01-01', '2017-12-31'), false],
    [span('2015-01-01', '2019-12-31'), span('2017-01-01', '2017-12-31'), true],
  ] as const
  for (const [a, b, expected] of cases) {
    expect(overlap(a, b)).toBe(expected)
    expect(overlap(b, a)).toBe(expected)
  }
})

test('days have to be of the calendar, and in order', () => {
  expect(validityProblem(span('2016-07-28', '2017-01-27'))).toBeUndefined()
  expect(validityProblem(span('2016-07-28', '2016-07-28'))).toBeUndefined()
  expect(validityProblem(span('2017-01-28', '2016-07-28'))).toBe('The last day is before the first. Swap the two dates.')
  for (const day of ['2017-02-29', '2017-13-01', '2017-1-1', 'yesterday', ''])
    expect(validityProblem(span(day, null))).toBe('The date is not one of the calendar.')
})

test('words for people', () => {
  expect(validityWords(span(null, '2016-07-27'))).toBe('until 27 Jul 2016')
  expect(validityWords(span('2017-01-28', null))).toBe('from 28 Jan 2017')
  expect(validityWords(span('2015-09-01', '2017-01-27'))).toBe('1 Sep 2015 to 27 Jan 2017')
  expect(validityWords(span(null, null))).toBe('')
})
