import { expect, test } from 'vitest'
import { SOFT_HYPHEN, withSoftHyphens } from './soft-hyphens.ts'

const shown = (name: string) => withSoftHyphens(name).replaceAll(SOFT_HYPHEN, '-')

test('long words may be divided between syllables, short ones not', () => {
  expect(shown('Flight safety memorandum')).toBe('Flight safety memo-ran-dum')
  expect(shown('Deconfliction')).toBe('Deconf-lic-tion')
  expect(shown('Гуманитарный доступ')).toBe('Гума-ни-тар-ный доступ')
})

test('letters that join stay joined, and nothing but hyphens is added', () => {
  expect(shown('الاستخباراتية')).toBe('الاستخباراتية')
  for (const name of ['Strikes on ISIS/Daesh', 'UNSC-2254', '', 'Straßenverkehrsordnung'])
    expect(withSoftHyphens(name).replaceAll(SOFT_HYPHEN, '')).toBe(name)
})
