import { expect, test } from 'vitest'
import { figureLine, median, percentile } from './figure.ts'

test.each([
  [{ name: 'boot', value: 7.23456, unit: 's', goal: { bound: '<=', value: 8 } }, 'FIGURE boot value=7.235 unit=s goal=<=8  OK'],
  [{ name: 'idle', value: 412, unit: 'MB', goal: { bound: '<=', value: 350 } }, 'FIGURE idle value=412 unit=MB goal=<=350  MISS'],
  [
    { name: 'export', value: 50_000, unit: 'rows/s', goal: { bound: '>=', value: 50_000 } },
    'FIGURE export value=50000 unit=rows/s goal=>=50000  OK',
  ],
  [
    { name: 'export', value: 3080, unit: 'rows/s', goal: { bound: '>=', value: 50_000 } },
    'FIGURE export value=3080 unit=rows/s goal=>=50000  MISS',
  ],
] as const)('prints %o', (figure, line) => {
  expect(figureLine(figure)).toBe(line)
})

test('median and percentiles by nearest rank', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([50, 95, 99, 100])
  expect(percentile([7], 0.95)).toBe(7)
})
