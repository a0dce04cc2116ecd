import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv } from '#/tests/support/parse-csv.ts'
import { csvCells } from './csv-record.ts'

test.each([
  [['a', 'b'], 'a,b'],
  [['', null, 0, 12], ',,0,12'],
  [['a,b', 'say "x"', 'two\nlines', 'cr\r'], '"a,b","say ""x""","two\nlines","cr\r"'],
  [['=1+1', '+7', '-7', '@a', '\tx', '＝x', 'a=b', -7], "'=1+1,'+7,'-7,'@a,'\tx,'＝x,a=b,-7"],
])('%j', (cells, record) => {
  expect(csvCells(cells, true)).toBe(record)
})

test('formulas are left as they are when asked', () => {
  expect(csvCells(['=1+1', '=A1,"x"'], false)).toBe('=1+1,"=A1,""x"""')
})

test('another program reads back every cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'ж', '😀', "'", ';') })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (records) => {
      const text = records.map((record) => csvCells(['x', ...record], false)).join('\r\n')
      expect(parseCsv(`${text}\r\n`)).toEqual(records.map((record) => ['x', ...record]))
    }),
    { numRuns: 1000 },
  )
})
