import { expect, test } from 'vitest'
import { externalIdAddress, externalIdWords, readExternalId } from './external-id.ts'

test.each(['Q30', 'q30', ' Q30 ', 'wd:Q30', 'https://www.wikidata.org/wiki/Q30', 'http://wikidata.org/entity/Q30'])(
  'Wikidata item %s is Q30',
  (typed) => {
    expect(readExternalId('Wikidata', typed)).toEqual({ ok: true, scheme: 'wikidata', value: 'Q30' })
  },
)

test.each(['30', 'Q0', 'Q', 'Q30x', 'P31', 'L3', 'https://evil.example/wiki/Q30', 'Q1234567890123'])('%s is no Wikidata item', (typed) => {
  expect(readExternalId('wikidata', typed)).toMatchObject({ ok: false, field: 'value' })
})

test('countries by ISO 3166-1, in capitals', () => {
  expect(readExternalId('iso3166', 'syr')).toEqual({ ok: true, scheme: 'iso3166', value: 'SYR' })
  expect(readExternalId('iso3166', 'SU')).toMatchObject({ ok: false, field: 'value' })
  expect(externalIdWords({ scheme: 'iso3166', value: 'SYR' })).toBe('Syria')
  expect(externalIdWords({ scheme: 'wikidata', value: 'Q858' })).toBeUndefined()
})

test('any other register keeps what was written, in one line', () => {
  expect(readExternalId(' UN list ', 'QDe.137\n')).toEqual({ ok: true, scheme: 'UN list', value: 'QDe.137' })
  expect(readExternalId('', 'x')).toMatchObject({ field: 'scheme' })
  expect(readExternalId('UN list', '  ')).toMatchObject({ field: 'value' })
  expect(readExternalId('x'.repeat(61), 'x')).toMatchObject({ field: 'scheme' })
  expect(readExternalId('x', 'x'.repeat(301))).toMatchObject({ field: 'value' })
})

test('only web addresses are linked', () => {
  expect(externalIdAddress({ scheme: 'wikidata', value: 'Q858' })).toBe('https://www.wikidata.org/wiki/Q858')
  expect(externalIdAddress({ scheme: 'UN list', value: 'https://un.example/QDe.137' })).toBe('https://un.example/QDe.137')
  expect(externalIdAddress({ scheme: 'UN list', value: 'javascript:alert(1)' })).toBeNull()
  expect(externalIdAddress({ scheme: 'iso3166', value: 'SY' })).toBeNull()
})
