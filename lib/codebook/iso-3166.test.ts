import { expect, test } from 'vitest'
import { COUNTRIES, countryCode, countryName } from './iso-3166.ts'

test('all 249 countries, in capitals, either length', () => {
  expect(COUNTRIES).toBe(249)
  expect(['sy', ' SYR ', 'gb', 'TUR'].map(countryCode)).toEqual(['SY', 'SYR', 'GB', 'TUR'])
  expect(countryName('SYR')).toBe('Syria')
  expect(countryName('ir')).toBe('Iran')
})

test.each(['', 'S', 'UK', 'XX', 'SYRIA', 'SY-HL', 'EU', '760', 'ЅY'])('"%s" is no country', (code) => {
  expect(countryCode(code)).toBeNull()
  expect(countryName(code)).toBeUndefined()
})

test('the two codes of a country name the same one', () => {
  // Alpha-3 codes are known to Intl by no other name than through our own pairs; these would slip first if the list did.
  for (const [two, three] of [
    ['AX', 'ALA'],
    ['CW', 'CUW'],
    ['KM', 'COM'],
    ['MM', 'MMR'],
    ['SX', 'SXM'],
    ['ZW', 'ZWE'],
  ] as const)
    expect(countryName(two)).toBe(countryName(three))
})
