import { expect, test } from 'vitest'
import { timeColumns } from './time-columns.ts'

const month = (name: string, source: number, mentioned = 0) => ({
  month: name,
  statements: source + mentioned,
  source,
  recipient: 0,
  mentioned,
})

test('every month has a column, those without statements too', () => {
  const columns = timeColumns([month('2016-12', 2), month('2017-02', 1, 3)])
  expect(columns.map(({ label, statements }) => `${label}: ${statements}`)).toEqual(['Dec 2016: 2', 'Jan 2017: 0', 'Feb 2017: 4'])
  expect(columns[2]).toMatchObject({ from: '2017-02-01', until: '2017-02-28', source: 1, mentioned: 3 })
  expect(timeColumns([])).toEqual([])
  expect(timeColumns([month('2024-02', 1)])).toMatchObject([{ until: '2024-02-29' }])
})

test('48 months are months, 49 are quarters, 13 years are years; nothing is lost', () => {
  expect(timeColumns([month('2013-01', 1), month('2016-12', 1)])).toHaveLength(48)
  const quarters = timeColumns([month('2013-01', 1), month('2013-03', 1), month('2017-01', 5)])
  expect(quarters).toHaveLength(17)
  expect(quarters[0]).toMatchObject({ label: '2013 Q1', from: '2013-01-01', until: '2013-03-31', statements: 2 })
  expect(quarters.at(-1)).toMatchObject({ label: '2017 Q1', statements: 5 })
  const years = timeColumns([month('2011-03', 1), month('2011-12', 1), month('2024-12', 7)])
  expect(years.map(({ label }) => label)).toEqual(Array.from({ length: 14 }, (_, n) => String(2011 + n)))
  expect(years[0]).toMatchObject({ from: '2011-01-01', until: '2011-12-31', statements: 2 })
  expect(years.at(-1)?.statements).toBe(7)
})
