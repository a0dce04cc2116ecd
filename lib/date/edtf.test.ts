import { expect, test } from 'vitest'
import { parseEdtf, printEdtf } from './edtf.ts'

test.each([
  ['2024', '2024-01-01', '2024-12-31', 'year'],
  ['2024-11', '2024-11-01', '2024-11-30', 'month'],
  ['2024-11-30', '2024-11-30', '2024-11-30', 'day'],
  ['2024-02', '2024-02-01', '2024-02-29', 'month'],
  ['2023-02', '2023-02-01', '2023-02-28', 'month'],
  ['1900-02', '1900-02-01', '1900-02-28', 'month'],
  ['2000-02-29', '2000-02-29', '2000-02-29', 'day'],
  ['0044-03-15', '0044-03-15', '0044-03-15', 'day'],
  ['2024-11-27/2024-12-08', '2024-11-27', '2024-12-08', 'range'],
  ['2024-01/2024-01-15', '2024-01-01', '2024-01-15', 'range'],
])('%s means the days from %s until %s', (edtf, from, until, precision) => {
  expect(parseEdtf(edtf)).toEqual({ edtf, from, until, precision, approximate: false })
})

test('either end may be about right', () => {
  expect(parseEdtf('2024-11~')).toEqual({
    edtf: '2024-11~',
    from: '2024-11-01',
    until: '2024-11-30',
    precision: 'month',
    approximate: true,
  })
  expect(parseEdtf('2011/2013~')).toMatchObject({ precision: 'range', approximate: true })
})

test.each([
  '',
  '24',
  '0000',
  '2024-13',
  '2024-00-01',
  '2023-02-29',
  '1900-02-29',
  '2024-11-31',
  '2024-1-1',
  '2024-11-30T12:00',
  '30.11.2024',
  ' 2024',
  '2024~~',
  '2024-12-08/2024-11-27',
  '2024/2023',
  '2024/',
  '/2024',
  '2023/2024/2025',
  '2024-11-30\n',
  '٢٠٢٤',
])('%j is no such date', (text) => {
  expect(parseEdtf(text)).toBeNull()
})

test('what is written is read', () => {
  expect(printEdtf('2024-11')).toBe('2024-11')
  expect(printEdtf('2024-11', '2024-11')).toBe('2024-11')
  expect(parseEdtf(printEdtf('2024-11-27~', '2024-12'))).toMatchObject({ from: '2024-11-27', until: '2024-12-31', approximate: true })
})
