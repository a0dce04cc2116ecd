import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fittingPeriod, lastDay, nextStart, PERIODS, startOf, startsBetween } from './periods.ts'

test.each([
  ['day', '2017-03-14', '2017-03-14'],
  ['week', '2017-03-13', '2017-03-19'],
  ['month', '2017-03-01', '2017-03-31'],
  ['quarter', '2017-01-01', '2017-03-31'],
  ['year', '2017-01-01', '2017-12-31'],
] as const)('the %s of 14 March 2017, a Tuesday, is from %s to %s', (period, first, last) => {
  expect(startOf('2017-03-14', period)).toBe(first)
  expect(lastDay(first, period)).toBe(last)
})

const anyDay = fc
  .date({ min: new Date('0050-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('every day is in one period, and periods follow each other without a gap', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...PERIODS), (day, period) => {
      const start = startOf(day, period)
      expect(start <= day && day <= lastDay(start, period)).toBe(true)
      expect(startOf(start, period)).toBe(start)
      expect(startOf(nextStart(start, period), period)).toBe(nextStart(start, period))
    }),
  )
})

test('bars run from the first day to the last', () => {
  expect(startsBetween('2016-11-30', '2017-02-01', 'month')).toEqual(['2016-11-01', '2016-12-01', '2017-01-01', '2017-02-01'])
  expect(startsBetween('2017-03-14', '2017-03-14', 'year')).toEqual(['2017-01-01'])
})

test('periods are long enough for the bars to be told apart, and to be drawn at all', () => {
  expect(fittingPeriod('2015-01-01', '2017-03-01', 'fit')).toBe('month')
  expect(fittingPeriod('2005-01-01', '2017-03-01', 'fit')).toBe('quarter')
  expect(fittingPeriod('1900-01-01', '2017-03-01', 'fit')).toBe('year')
  expect(fittingPeriod('2015-01-01', '2017-03-01', 'day')).toBe('day')
  expect(fittingPeriod('2000-01-01', '2017-03-01', 'day')).toBe('month')
})
